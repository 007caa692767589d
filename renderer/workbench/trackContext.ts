import { parseAddress } from '../platform/address.ts';
import type { Shell } from './shell.ts';
import { activeUri, groupsOf } from './editors/grid.ts';
import { pinTab } from './editors/gridChanges.ts';
import { windowTitle } from './windowTitle.ts';

/** Keeps the context keys of the workbench in step with what they tell of. */
export function trackContext(shell: Shell): void {
  const { layout, documents, workspace, dialogQueue, state } = shell;
  const editors = (): void => {
    trackEditor(shell);
    trackTitle(shell);
  };
  layout.subscribe(editors);
  documents.store.subscribe(editors);
  documents.store.subscribe(() => pinEdited(shell));
  workspace.store.subscribe(() => {
    trackWorkspace(shell);
    trackTitle(shell);
  });
  const modal = (): void =>
    shell.context.set('modal', dialogQueue.getState().queue.length > 0 || state.getState().palette !== null);
  dialogQueue.subscribe(modal);
  state.subscribe(modal);
  state.subscribe(({ zen }) => shell.context.set('zen', zen !== null));
  document.addEventListener('focusin', ({ target }) => trackFocus(shell, target));
  const settings = (): void => shell.context.set('breadcrumbs', shell.settings.getState().breadcrumbs);
  shell.settings.subscribe(settings);
  settings();
  editors();
  trackWorkspace(shell);
}

/** A preview that is edited is no longer one. */
function pinEdited({ layout, documents, editors }: Shell): void {
  const { byPath } = documents.store.getState();
  for (const { id, tabs } of groupsOf(layout.getState().grid.root))
    for (const { uri, pinned } of tabs) {
      const path = pinned ? null : editors.documentOf(uri);
      if (path !== null && byPath[path]?.dirty) editors.change((grid) => pinTab(grid, id, uri));
    }
}

function trackEditor({ layout, editors, documents, context }: Shell): void {
  const { grid, sideBar, panel } = layout.getState();
  const uri = activeUri(grid);
  const address = uri === null ? null : parseAddress(uri);
  const path = uri === null ? null : editors.documentOf(uri);
  const document = path === null ? null : documents.get(path);
  context.set('editor', address?.scheme ?? null);
  context.set('activePath', address?.path ?? null);
  context.set('document', path !== null);
  context.set('documentPath', path);
  context.set('dirty', document?.dirty ?? false);
  context.set('readOnly', (document?.readOnly ?? null) !== null);
  context.set('undoes', document?.undo.at(-1)?.label ?? null);
  context.set('redoes', document?.redo.at(-1)?.label ?? null);
  context.set('sideBarVisible', sideBar.visible);
  context.set('panelVisible', panel.visible);
}

function trackTitle({ layout, editors, workspace, context }: Shell): void {
  const uri = activeUri(layout.getState().grid);
  const path = uri === null ? '' : parseAddress(uri).path;
  const editor = uri === null ? null : (editors.documentOf(uri) ?? editors.kindOf(uri)?.title?.(path) ?? path);
  const folder = workspace.store.getState()?.name ?? null;
  document.title = windowTitle({ editor, dirty: context.get('dirty') === true, folder });
}

function trackWorkspace({ workspace, context }: Shell): void {
  const view = workspace.store.getState();
  context.set('workspaceOpen', view !== null);
  context.set('workspaceReadOnly', (view?.readOnly ?? null) !== null);
}

function trackFocus({ context }: Shell, target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  context.set('part', target.closest<HTMLElement>('[data-part]')?.dataset.part ?? null);
  context.set('focusView', target.closest<HTMLElement>('[data-view]')?.dataset['view'] ?? null);
  context.set('pickFocus', target.matches('select, [type=date], [role=combobox]'));
  context.set('inputFocus', target.matches('input, textarea, select, [contenteditable=true]'));
}
