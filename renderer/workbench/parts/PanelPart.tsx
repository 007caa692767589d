import { useStore } from 'zustand';
import { Badge } from '../../base/Badge.tsx';
import { ErrorBoundary } from '../../base/ErrorBoundary.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { rove } from '../../base/rove.ts';
import type { View } from '../../platform/view.ts';
import { useShell } from '../useShell.ts';

export function PanelPart() {
  const { layout, views, commands } = useShell();
  const chosen = useStore(layout, (state) => state.panel.view);
  const panelViews = views.filter((view) => view.container === 'panel');
  const view = panelViews.find((each) => each.id === chosen) ?? panelViews[0]!;
  const show = (id: string): void => layout.setState(({ panel }) => ({ panel: { ...panel, view: id } }));
  return (
    <section className="panel" data-part="panel" aria-label="Panel">
      <div className="panel-title">
        <div className="tabs" role="tablist" aria-label="Panel views" onKeyDown={(event) => rove(event, '[role=tab]')}>
          {panelViews.map((each) => (
            <PanelTab key={each.id} view={each} shown={each === view} onShow={() => show(each.id)} />
          ))}
        </div>
        <IconButton
          icon="close"
          label="Close panel"
          keyHint={commands.keyOf('view.togglePanel')}
          onClick={() => void commands.run('view.togglePanel')}
        />
      </div>
      <div
        className="panel-body"
        role="tabpanel"
        id="panel-body"
        aria-label={view.title}
        data-view={view.id}
        data-scope="view"
      >
        <ErrorBoundary key={view.id} what={view.title}>
          <view.component />
        </ErrorBoundary>
      </div>
    </section>
  );
}

interface PanelTabProps {
  readonly view: View;
  readonly shown: boolean;
  onShow(): void;
}

function PanelTab({ view, shown, onShow }: PanelTabProps) {
  const useBadge = view.useBadge ?? noBadge;
  const count = useBadge();
  return (
    <button
      type="button"
      role="tab"
      className="tab"
      aria-selected={shown}
      aria-controls={shown ? 'panel-body' : undefined}
      tabIndex={shown ? 0 : -1}
      onFocus={() => shown || onShow()}
      onClick={onShow}
    >
      {view.title}
      {count > 0 && <Badge kind="count">{count}</Badge>}
    </button>
  );
}

function noBadge(): number {
  return 0;
}
