import { partsIn, scopesOf } from '../../base/acts/findActs.ts';
import { canKey } from '../../platform/actCommand.ts';
import type { ContextValues } from '../../platform/contextKeys.ts';
import type { MenuId } from '../../platform/menuId.ts';
import { menuEntries } from '../parts/menuEntries.ts';
import type { Shell } from '../shell.ts';

const written = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]';

/** The menu of what was pressed: that which its element names, else what can be done in the innermost scope that has any acts. */
export function openHere(shell: Shell, event: MouseEvent): void {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element) || isForText(event, target)) return;
  const named = target.closest<HTMLElement>('[data-menu], [data-scope]')?.dataset['menu'];
  const open = (menu: MenuId, own: ContextValues = {}): boolean => {
    const args = { from: target };
    // What holds now is what the menu is for: it takes the focus.
    const facts = { ...shell.context.store.getState(), ...own };
    if (menuEntries(shell, menu, { args, facts }).flat().length === 0) return false;
    event.preventDefault();
    shell.openMenu({ menu, ...placeOf(event, target), args, facts });
    return true;
  };
  if (named !== undefined) return void open(named as MenuId);
  const none = Object.fromEntries(shell.allCommands.map(({ id }) => [canKey(id), false]));
  const scopes = scopesOf(target);
  scopes.some((scope, at) => {
    const around = scopes.slice(at + 1, -1).flatMap((each) => possibleIn(each).filter((id) => reaching.includes(id)));
    const own = possibleIn(scope);
    return own.length > 0 && open('here', { ...none, ...canAll([...own, ...around]) });
  });
}

/** What is done to what is around, too: a row is added to the list that a row is of, and folded with it. */
const reaching = ['row.add', 'fold.fold', 'fold.unfold'];

/** What can be done in a scope itself. */
function possibleIn(scope: Element): readonly string[] {
  const offered = partsIn(scope).flatMap(({ acts }) => Object.entries(acts()));
  return offered.filter(([, act]) => act).map(([id]) => id);
}

function canAll(ids: readonly string[]): ContextValues {
  return Object.fromEntries(ids.map((id) => [canKey(id), true]));
}

/** Text keeps the menu that copies and pastes; the menu key in a field is for what the field stands in. */
function isForText({ button }: MouseEvent, target: Element): boolean {
  if (target.closest('.monaco-editor')) return true;
  if (button !== 2) return false;
  const selection = getSelection();
  return target.matches(written) || (selection?.isCollapsed === false && selection.containsNode(target, true));
}

/** Where a menu opens: under the pointer; by its key at the cell or row that the keyboard is at. */
function placeOf(
  { button, clientX, clientY }: MouseEvent,
  target: Element,
): { readonly x: number; readonly y: number } {
  const current = document.getElementById(target.getAttribute('aria-activedescendant') ?? '');
  if (button === 2 || current === null) return { x: clientX, y: clientY };
  const { left, bottom } = current.getBoundingClientRect();
  return { x: left, y: bottom };
}
