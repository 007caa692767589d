import type { WorkspaceView } from '../../../shared/rpc/views.ts';
import { findFile } from '../../platform/fileTree.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { beginExplorer, explorerStore, followFiles, showFile } from './explorerStore.ts';
import { canCompare, filesOf } from './targets.ts';

/** Keeps the explorer with its folder, with the file in front, and its conditions with what is chosen. */
export function followExplorer(workbench: Workbench): void {
  const { context, workspace } = workbench;
  explorerStore.subscribe(() => tellContext(workbench));
  let folder: string | undefined;
  const follow = (view: WorkspaceView | null): void => {
    if (view?.folder !== folder) beginExplorer(view);
    else followFiles(view?.files ?? []);
    folder = view?.folder;
  };
  workspace.store.subscribe(follow);
  follow(workspace.store.getState());
  let active = context.get('activePath');
  context.store.subscribe(({ activePath }) => {
    if (activePath === active) return;
    active = activePath ?? null;
    if (typeof activePath === 'string' && findFile(filesOf(workbench), activePath)) showFile(activePath);
  });
  tellContext(workbench);
}

function tellContext(workbench: Workbench): void {
  const { context } = workbench;
  const { undo, redo, clip, choice } = explorerStore.getState();
  context.set('explorerUndo', undo.at(-1)?.label ?? null);
  context.set('explorerRedo', redo.at(-1)?.label ?? null);
  context.set('explorerClip', clip !== null);
  context.set('explorerPath', choice.focus);
  context.set('explorerCount', choice.chosen.size);
  context.set('explorerTwo', canCompare(filesOf(workbench), choice.chosen));
}
