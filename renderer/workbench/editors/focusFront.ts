/** Moves the focus to the tab in front of a group, or to what an empty group offers. */
export function focusFront(group: string): void {
  const within = (what: string) => document.querySelector<HTMLElement>(`[data-group="${CSS.escape(group)}"] ${what}`);
  (within('[role=tab][aria-selected=true]') ?? within('.empty-group button'))?.focus();
}

/** Nothing has the focus: what had it is gone, or hidden. */
export function isFocusLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.getClientRects().length === 0;
}

/** The editor in front of a group has taken the focus itself. */
export function hasFocus(group: string): boolean {
  const body = document.activeElement?.closest(`[data-group="${CSS.escape(group)}"] .editor-body`) ?? null;
  return body !== null && !isFocusLost();
}
