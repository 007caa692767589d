interface MarkLabelProps {
  readonly text: string;
  /** Lines below the top, for marks that would meet. */
  readonly row?: number;
  /** Given by the chart. */
  readonly viewBox?: { readonly x?: number; readonly y?: number };
}

/** Nearer than this to the left edge a text stands beside its line. */
const leastRoomPx = 90;

/** A text at the top of a line across the chart. */
export function MarkLabel({ text, row = 0, viewBox }: MarkLabelProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  const beside = row > 0 || x < leastRoomPx;
  const place = beside ? { x: x + 4, textAnchor: 'start' as const } : { x, textAnchor: 'middle' as const };
  return (
    <text {...place} y={row === 0 ? y - 6 : y + 12 * row} fontSize={11} fill="var(--chart-axis)">
      {text}
    </text>
  );
}
