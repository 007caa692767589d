import { onActs } from '../../base/acts/acts.ts';
import { canKey } from '../../platform/actCommand.ts';
import type { Shell } from '../shell.ts';
import { openHere } from './openHere.ts';

/** Keeps the context keys of what parts of the page offer: `can.ID` anywhere, `at.SCOPE` around the focus. */
export function followActs(shell: Shell): void {
  const { context } = shell;
  followOffers(shell);
  let around: readonly string[] = [];
  document.addEventListener('focusin', ({ target }) => {
    const now = target instanceof Element ? scopeNames(target) : [];
    for (const name of around) if (!now.includes(name)) context.set(`at.${name}`, false);
    for (const name of now) context.set(`at.${name}`, true);
    around = now;
  });
  document.addEventListener('contextmenu', (event) => openHere(shell, event));
}

/** An editor that comes to the front offers many things at once: they are told together. */
function followOffers({ context }: Shell): void {
  let changed: Record<string, boolean> | null = null;
  onActs((id, can) => {
    if (changed === null) {
      changed = {};
      queueMicrotask(() => {
        const now = changed ?? {};
        changed = null;
        const news = Object.entries(now).filter(([key, value]) => Boolean(context.get(key)) !== value);
        if (news.length > 0) context.store.setState(Object.fromEntries(news));
      });
    }
    changed[canKey(id)] = can;
  });
}

function scopeNames(element: Element | null): readonly string[] {
  const scope = element?.closest<HTMLElement>('[data-scope]') ?? null;
  return scope === null ? [] : [...scope.dataset['scope']!.split(' '), ...scopeNames(scope.parentElement)];
}
