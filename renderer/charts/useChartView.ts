import { createContext, useContext, type RefObject } from 'react';
import type { ChartView } from './chartView.ts';

export const ChartViewContext = createContext<ChartView | null>(null);

/** The part of its axis that the frame's chart shows; null: all of it. */
export function useChartView(): ChartView | null {
  return useContext(ChartViewContext);
}

export const ChartCursorContext = createContext<RefObject<number | null>>({ current: null });

/** Where on the axis the keyboard's cursor stands, to be kept by the chart: zooming keeps that place in sight. */
export function useChartCursor(): RefObject<number | null> {
  return useContext(ChartCursorContext);
}
