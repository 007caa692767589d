import { useStore } from 'zustand';
import { Icon } from '../../base/Icon.tsx';
import { useShell } from '../useShell.ts';
import { MenuBar } from './MenuBar.tsx';

/** The menu bar, and in the middle the folder: a click goes to a file. */
export function TitleBar() {
  const { workspace, commands } = useShell();
  const name = useStore(workspace.store, (view) => view?.name ?? null);
  const keys = commands.keyOf('go.file');
  return (
    <header className="title-bar" data-part="titleBar">
      <h1 className="visually-hidden">Drawdown</h1>
      <span className="title-mark" aria-hidden="true" />
      <MenuBar />
      <button
        type="button"
        className="title-centre"
        aria-label={`${name ?? 'Drawdown'}: go to file`}
        title={`Go to File (${keys})`}
        onClick={() => void commands.run('go.file')}
      >
        <Icon name="search" />
        <span>{name ?? 'Drawdown'}</span>
      </button>
      <div className="title-right" />
    </header>
  );
}
