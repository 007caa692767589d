/** How every axis is drawn. */
export const axisStyle = {
  tickLine: false,
  axisLine: { stroke: 'var(--border-strong)' },
  tick: { fill: 'var(--chart-axis)', fontSize: 11 },
} as const;

/** Height of a chart in CSS pixels. */
export const chartPx = 220;
