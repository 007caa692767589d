import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';
import { focusFront, hasFocus, isFocusLost } from './focusFront.ts';
import type { GroupState } from './grid.ts';

/** Gives a group the focus where an editor in it was opened with it, or where another editor took the focus with it as it went. */
export function useGroupFocus({ id, front }: GroupState, active: boolean): void {
  const { editors } = useShell();
  const asked = useStore(editors.focusAsked, (uri) => uri !== null && uri === front && active);
  const shown = useRef(front);
  useEffect(() => {
    if (!asked) return;
    editors.focusAsked.setState(null, true);
    // An editor that has a better place for the focus takes it later, or has it already.
    requestAnimationFrame(() => hasFocus(id) || focusFront(id));
  }, [editors, id, asked]);
  useEffect(() => {
    if (!active || shown.current === front) return;
    shown.current = front;
    requestAnimationFrame(() => isFocusLost() && focusFront(id));
  }, [id, front, active]);
}
