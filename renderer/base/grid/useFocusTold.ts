import { useEffect, type RefObject } from 'react';

/** Tells of the focus by the element's own events: React passes over those of a palette that gives it back as it goes. */
export function useFocusTold(
  view: RefObject<HTMLElement | null>,
  tell: ((isFocused: boolean) => void) | undefined,
): void {
  useEffect(() => {
    const element = view.current;
    if (!element || !tell) return;
    const events = new AbortController();
    element.addEventListener('focus', () => tell(true), events);
    element.addEventListener('blur', () => tell(false), events);
    return () => events.abort();
  }, [view, tell]);
}
