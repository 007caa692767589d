import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { clampOffset, offsetOf, offsetShowing, rowScale, scrollTopOf, type RowScale } from './rowScale.ts';

interface GridScroll {
  /** Goes to the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scale: RowScale;
  /** How far into the full height the view begins. */
  readonly offset: number;
  /** How far it is scrolled sideways. */
  readonly left: number;
  readonly viewWidthPx: number;
  /** Where it has been scrolled to, which the next frame draws. */
  offsetNow(): number;
  show(row: number): void;
}

interface GridSize {
  readonly rows: number;
  readonly rowPx: number;
  readonly headerPx: number;
  /** Where it is looked at first. */
  readonly begin: { readonly top: number; readonly left: number };
}

/**
 * Keeps the offset of a grid whose full height no element may have. The offset is the truth and the scroll bar follows it, so
 * that wheel and keys move by rows and no row is out of reach; a dragged scroll bar sets the offset in proportion.
 */
export function useGridScroll({ rows, rowPx, headerPx, begin }: GridSize): GridScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const { viewPx, viewWidthPx } = useViewSize(scroller, headerPx);
  const [{ offset, left }, setPlace] = useState({ offset: 0, left: 0 });
  const scale = rowScale({ rows, rowPx, viewPx });
  const now = useRef({ scale, offset, left, setTop: 0 });
  const draw = useOncePerFrame(() => setPlace({ offset: now.current.offset, left: now.current.left }));
  const move = useCallback(
    (to: number) => {
      const offset = clampOffset(now.current.scale, to);
      const setTop = scrollTopOf(now.current.scale, offset);
      now.current = { ...now.current, offset, setTop };
      if (scroller.current) scroller.current.scrollTop = setTop;
      draw();
    },
    [draw],
  );

  /** Takes the offset from the scroll bar where somebody moved that; its event comes later. */
  const followBar = useCallback(() => {
    const scrollTop = scroller.current?.scrollTop ?? now.current.setTop;
    if (Math.abs(scrollTop - now.current.setTop) < 1) return false;
    now.current = { ...now.current, setTop: scrollTop, offset: offsetOf(now.current.scale, scrollTop) };
    return true;
  }, []);

  const begun = useRef(false);
  // A shorter ledger, or a taller view, must not leave the view beyond the end.
  useLayoutEffect(() => {
    now.current.scale = rowScale({ rows, rowPx, viewPx });
    if (viewPx > 0 && !begun.current) {
      begun.current = true;
      if (scroller.current) scroller.current.scrollLeft = begin.left;
      move(begin.top * rowPx);
    } else if (viewPx > 0 && clampOffset(now.current.scale, now.current.offset) !== now.current.offset)
      move(now.current.offset);
  }, [rows, rowPx, viewPx, move]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const isSideways = element.scrollLeft !== now.current.left;
      now.current.left = element.scrollLeft;
      if (followBar() || isSideways) draw();
    };
    const onWheel = (event: WheelEvent) => {
      const { scale, offset } = now.current;
      if (scale.fullPx === scale.scrollPx || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
      event.preventDefault();
      move(offset + (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowPx : event.deltaY));
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [move, draw, followBar, rowPx]);

  const show = useCallback(
    (row: number) => move(offsetShowing(now.current.scale, { row, offset: now.current.offset })),
    [move],
  );
  const offsetNow = useCallback(() => {
    if (followBar()) draw();
    return now.current.offset;
  }, [followBar, draw]);
  return { scroller, scale, offset: clampOffset(scale, offset), left, viewWidthPx, offsetNow, show };
}

/** Size of the rows' part of the view, followed as it changes. */
function useViewSize(scroller: RefObject<HTMLElement | null>, headerPx: number) {
  const [size, setSize] = useState({ viewPx: 0, viewWidthPx: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () =>
      setSize({ viewPx: Math.max(0, element.clientHeight - headerPx), viewWidthPx: element.clientWidth });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, headerPx]);
  return size;
}

/** Draws in the frame in which it is asked for, however often: events come before the frame's own work. */
function useOncePerFrame(draw: () => void): () => void {
  const latest = useRef(draw);
  latest.current = draw;
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      flushSync(() => latest.current());
    });
  }, []);
}
