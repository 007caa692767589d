import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Gives an element the focus where, at a new step, what had it is gone: the next key is then pressed in the right place. */
export function useLostFocus<E extends HTMLElement>(step: string): RefObject<E | null> {
  const element = useRef<E>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (document.activeElement === document.body) element.current?.focus();
  }, [step]);
  return element;
}
