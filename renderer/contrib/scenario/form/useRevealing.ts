import { getLocation } from 'jsonc-parser';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Reveal } from '../../../platform/editor.ts';
import { formatPath } from '../../../../shared/base/jsonPath.ts';
import { parsePath } from '../edit/jsonPath.ts';
import type { RevealContextValue, RevealRequest } from './useReveal.ts';
import { bringIntoSight } from './bringIntoSight.ts';
import { sectionOf } from './sections.ts';

/** Goes to fields: those that the workbench asks for, and those that the form itself asks for. */
export function useRevealing(
  scroller: RefObject<HTMLElement | null>,
  asked: Reveal | null,
  document: string,
): RevealContextValue {
  const [request, setRequest] = useState<RevealRequest | null>(null);
  const serial = useRef(0);
  const reveal = useCallback((path: string) => setRequest({ serial: ++serial.current, path }), []);
  const { documents } = useWorkbench();
  // Effects run again when the editor comes back to the front: a place is gone to once.
  const heard = useRef(0);
  const gone = useRef(0);
  useEffect(() => {
    if (!asked || heard.current === asked.serial) return;
    heard.current = asked.serial;
    const place =
      asked.place &&
      formatPath(
        getLocation(documents.get(document)?.text ?? '', asked.place.offset).path.filter((step) => step !== ''),
      );
    const path = asked.path ?? place;
    if (path !== undefined) reveal(path);
  }, [asked, reveal, documents, document]);
  useEffect(() => {
    if (!request || gone.current === request.serial) return undefined;
    gone.current = request.serial;
    // Cards open and rows are drawn in the frames after a request. Whoever moved the focus meanwhile keeps it.
    let put: Element | null = null;
    const focus = (): void => {
      if (put !== null && put !== window.document.activeElement) return;
      focusField(scroller.current, request.path);
      put = window.document.activeElement;
    };
    const tries = [0, 60, 200].map((delayMs) => setTimeout(focus, delayMs));
    return () => tries.forEach((each) => clearTimeout(each));
  }, [request, scroller]);
  return useMemo(() => ({ request, reveal }), [request, reveal]);
}

/** Puts the focus on the field at a path, else on the nearest thing that holds it. */
function focusField(scroller: HTMLElement | null, written: string): void {
  if (!scroller) return;
  const steps = parsePath(written);
  for (let length = steps.length; length > 0; length--) {
    const found = fieldAt(scroller, formatPath(steps.slice(0, length)));
    if (found) return goTo(scroller, found);
  }
  const heading = scroller.querySelector<HTMLElement>(`[data-section=${sectionOf(steps)}] h2`);
  if (heading) goTo(scroller, heading);
}

/** The control of the value at a path, or the first of those inside it. */
function fieldAt(scroller: HTMLElement, path: string): HTMLElement | null {
  const name = CSS.escape(path);
  const exact = scroller.querySelector<HTMLElement>(`[data-path="${name}"]`);
  return exact ?? scroller.querySelector<HTMLElement>(`[data-path^="${name}."], [data-path^="${name}\\["]`);
}

function goTo(scroller: HTMLElement, element: HTMLElement): void {
  const isTarget = element.matches('input, select, textarea, h2');
  const target = isTarget ? element : element.querySelector<HTMLElement>('input, select, button');
  if (!target || target === document.activeElement) return;
  target.focus({ preventScroll: true });
  bringIntoSight(scroller, target, target.matches('h2') ? 'top' : 'nearest');
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') target.select();
}
