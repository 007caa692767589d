import { useStore } from 'zustand';
import { ErrorBoundary } from '../../base/ErrorBoundary.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { Toolbar } from '../../base/Toolbar.tsx';
import { menuItems } from '../../platform/menuItems.ts';
import type { MenuId } from '../../platform/menuId.ts';
import type { View as ViewOf } from '../../platform/view.ts';
import { useShell } from '../useShell.ts';
import { FoldingView } from './FoldingView.tsx';

/** The views of the container that is chosen in the activity bar. */
export function SideBar() {
  const { layout, containers, views } = useShell();
  const id = useStore(layout, (state) => state.sideBar.container);
  const container = containers.find((each) => each.id === id) ?? containers[0];
  if (!container) return null;
  return (
    <section className="side-bar" data-part="sideBar" aria-label={container.title}>
      <div className="side-bar-title">
        <h2>{container.title}</h2>
        <TitleActions menu={`${container.id}/title` as MenuId} />
      </div>
      <div className="side-bar-views">
        {views
          .filter((view) => view.container === container.id)
          .map((view) =>
            view.folds ? (
              <FoldingView key={view.id} view={view}>
                <OneView view={view} />
              </FoldingView>
            ) : (
              <div key={view.id} className="side-bar-view" data-view={view.id} data-scope="view">
                <OneView view={view} />
              </div>
            ),
          )}
      </div>
    </section>
  );
}

function OneView({ view: { title, component: View } }: { readonly view: ViewOf }) {
  return (
    <ErrorBoundary what={title}>
      <View />
    </ErrorBoundary>
  );
}

function TitleActions({ menu }: { readonly menu: MenuId }) {
  const { allCommands, commands, context } = useShell();
  useStore(context.store);
  const items = menuItems(allCommands, menu)
    .flat()
    .filter(({ command }) => context.holds(command.when));
  return (
    <Toolbar className="title-actions" label="Actions of the view">
      {items.map(({ command, title }) => (
        <IconButton
          key={command.id}
          icon={command.icon ?? 'circle'}
          label={title.replace(/…$/, '')}
          keyHint={commands.keyOf(command.id)}
          onClick={() => void commands.run(command.id)}
        />
      ))}
    </Toolbar>
  );
}
