/** How every axis is drawn. */
export const axisStyle = {
  tickLine: false,
  axisLine: { stroke: 'var(--border-strong)' },
  tick: { fill: 'var(--chart-axis)', fontSize: 11 },
} as const;

/** Lines at the ticks of the figures. Those across are not drawn, and need not be reckoned. */
export const gridLines = {
  vertical: false,
  verticalCoordinatesGenerator: (): number[] => [],
  stroke: 'var(--chart-grid)',
} as const;

/** Height of a chart in CSS pixels. */
export const chartPx = 220;
