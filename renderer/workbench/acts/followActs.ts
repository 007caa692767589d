import { onActs } from '../../base/acts/acts.ts';
import { canKey } from '../../platform/actCommand.ts';
import type { Shell } from '../shell.ts';
import { openHere } from './openHere.ts';

/** Keeps the context keys of what parts of the page offer: `can.ID` anywhere, `at.SCOPE` around the focus. */
export function followActs(shell: Shell): void {
  const { context } = shell;
  onActs((id, can) => context.set(canKey(id), can));
  let around: readonly string[] = [];
  document.addEventListener('focusin', ({ target }) => {
    const now = target instanceof Element ? scopeNames(target) : [];
    for (const name of around) if (!now.includes(name)) context.set(`at.${name}`, false);
    for (const name of now) context.set(`at.${name}`, true);
    around = now;
  });
  document.addEventListener('contextmenu', (event) => openHere(shell, event));
}

function scopeNames(element: Element | null): readonly string[] {
  const scope = element?.closest<HTMLElement>('[data-scope]') ?? null;
  return scope === null ? [] : [...scope.dataset['scope']!.split(' '), ...scopeNames(scope.parentElement)];
}
