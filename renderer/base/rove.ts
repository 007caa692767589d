import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus among the controls of a bar by arrows, Home and End, so that the bar is one tab stop. */
export function rove(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = steps[event.key];
  if (at < 0 || items.length === 0) return;
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : step ? at + step : null;
  if (to === null) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}
