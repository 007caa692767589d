import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { offerActs } from './acts.ts';
import type { Acts } from './acts.ts';

/** Offers what a part of the page can do to the commands, while it is drawn. */
export function useActs(element: RefObject<Element | null>, acts: Acts): void {
  const now = useRef(acts);
  useLayoutEffect(() => {
    now.current = acts;
  });
  const named = Object.keys(acts).join(' ');
  const can = Object.keys(acts)
    .filter((id) => acts[id])
    .join(' ');
  useLayoutEffect(() => {
    if (named === '' || !element.current) return;
    return offerActs({ element: element.current, acts: () => now.current }, can === '' ? [] : can.split(' '));
  }, [element, named, can]);
}
