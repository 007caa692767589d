import { getLocation } from 'jsonc-parser';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Reveal } from '../../../platform/editor.ts';
import { formatPath } from '../../../../shared/base/jsonPath.ts';
import { parsePath } from '../edit/jsonPath.ts';
import type { RevealContextValue, RevealRequest } from './useReveal.ts';
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
  useEffect(() => {
    if (!asked) return;
    const place =
      asked.place &&
      formatPath(
        getLocation(documents.get(document)?.text ?? '', asked.place.offset).path.filter((step) => step !== ''),
      );
    const path = asked.path ?? place;
    if (path !== undefined) reveal(path);
  }, [asked, reveal, documents, document]);
  useEffect(() => {
    if (!request) return undefined;
    // Cards open and rows are drawn in the frames after a request.
    const tries = [0, 60, 200].map((delayMs) => setTimeout(() => focusField(scroller.current, request.path), delayMs));
    return () => tries.forEach((each) => clearTimeout(each));
  }, [request, scroller]);
  return useMemo(() => ({ request, reveal }), [request, reveal]);
}

/** Puts the focus on the field at a path, else on the nearest thing that holds it. */
function focusField(scroller: HTMLElement | null, written: string): void {
  if (!scroller) return;
  const steps = parsePath(written);
  for (let length = steps.length; length > 0; length--) {
    const path = formatPath(steps.slice(0, length));
    const found = scroller.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    if (found) return goTo(found);
  }
  const heading = scroller.querySelector<HTMLElement>(`#form-${sectionOf(steps)}`);
  if (heading) goTo(heading);
}

function goTo(element: HTMLElement): void {
  const target = element.matches('input, select, textarea, h2')
    ? element
    : element.querySelector<HTMLElement>('input, select, button');
  if (!target || target === document.activeElement) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches('h2') ? 'start' : 'nearest' });
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') target.select();
}
