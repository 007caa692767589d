import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { clampOffset, offsetOf, offsetShowing, rowScale, scrollTopOf, type RowScale } from './rowScale.ts';

interface GridScroll {
  readonly scale: RowScale;
  /** How far into the full height the view begins. */
  readonly offset: number;
  show(row: number): void;
}

interface GridSize {
  readonly rows: number;
  readonly rowPx: number;
  readonly headerPx: number;
}

/**
 * Keeps the offset of a grid whose full height no element may have. The offset is the truth and the scroll bar follows it, so
 * that wheel and keys move by rows and no row is out of reach; a dragged scroll bar sets the offset in proportion.
 */
export function useGridScroll(
  scroller: RefObject<HTMLElement | null>,
  { rows, rowPx, headerPx }: GridSize,
): GridScroll {
  const [viewPx, setViewPx] = useState(0);
  const [offset, setOffset] = useState(0);
  const scale = rowScale({ rows, rowPx, viewPx });
  const now = useRef({ scale, offset, setTop: 0 });
  now.current.scale = scale;

  const move = useCallback(
    (to: number) => {
      const { scale } = now.current;
      const offset = clampOffset(scale, to);
      const top = scrollTopOf(scale, offset);
      now.current.offset = offset;
      now.current.setTop = top;
      if (scroller.current) scroller.current.scrollTop = top;
      setOffset(offset);
    },
    [scroller],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setViewPx(Math.max(0, element.clientHeight - headerPx));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, headerPx]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      if (Math.abs(element.scrollTop - now.current.setTop) < 1) return;
      now.current.setTop = element.scrollTop;
      now.current.offset = offsetOf(now.current.scale, element.scrollTop);
      setOffset(now.current.offset);
    };
    const onWheel = (event: WheelEvent) => {
      const { scale, offset } = now.current;
      if (scale.fullPx === scale.scrollPx || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
      event.preventDefault();
      const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowPx : event.deltaY;
      move(offset + px);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, move, rowPx]);

  // A shorter ledger, or a taller view, must not leave the view beyond the end.
  useEffect(() => {
    if (clampOffset(now.current.scale, now.current.offset) !== now.current.offset) move(now.current.offset);
  }, [rows, viewPx, move]);

  const show = useCallback(
    (row: number) => move(offsetShowing(now.current.scale, { row, offset: now.current.offset })),
    [move],
  );
  return { scale, offset: clampOffset(scale, offset), show };
}
