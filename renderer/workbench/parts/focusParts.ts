const focusable = 'button, input, select, textarea, a[href], [tabindex]';

/** Moves the focus to the next part of the workbench: activity bar, side bar, editors, panel, status bar. */
export function focusNextPart(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  for (let tries = 1; tries <= parts.length; tries++) {
    const part = parts[(at + step * tries + parts.length * 2) % parts.length];
    if (part && focusInto(part)) return;
  }
}

/** Focuses the part's chosen control, or its first one. False: it has none. */
function focusInto(part: HTMLElement): boolean {
  const chosen = part.querySelector<HTMLElement>('[data-autofocus]');
  const first = [...part.querySelectorAll<HTMLElement>(focusable)].find(isReachable);
  (chosen ?? first)?.focus();
  return part.contains(document.activeElement);
}

function isReachable(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.getClientRects().length > 0 && !element.matches(':disabled');
}
