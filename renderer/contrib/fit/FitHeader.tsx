import type { FitView } from '../../../shared/rpc/fitViews.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useDocument } from '../../workbench/documents/useDocument.ts';
import { listedModels } from './withFittedModel.ts';

interface FitHeaderProps {
  readonly path: string;
  readonly fit: FitView | null;
  readonly stale: boolean;
}

/** What was fitted, and the button that takes the model into the scenario. */
export function FitHeader({ path, fit, stale }: FitHeaderProps) {
  const workbench = useWorkbench();
  const document = useDocument(path);
  const open = document && 'text' in document ? document : null;
  const replaces = open && fit && listedModels(open.text).some(({ id }) => id === fit.model.id);
  return (
    <header className="editor-page-head">
      <div>
        <h1>Fit demand to history</h1>
        {fit && (
          <p>
            {fit.meter ?? 'All usage, in credits'} · {fit.from} until {fit.until} · for the days from{' '}
            {String(fit.model['from'])} until {String(fit.model['until'])}
            {fit.asOf !== null && ` · known until ${fit.asOf}`}
          </p>
        )}
      </div>
      <Button
        kind="primary"
        icon="check"
        disabled={!fit || stale || !open || open.readOnly !== null}
        onClick={() => void workbench.commands.run('fit.use')}
      >
        {replaces ? `Replace Model ${fit.model.id}` : 'Use This Model'}
      </Button>
    </header>
  );
}
