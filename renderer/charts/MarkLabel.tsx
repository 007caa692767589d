interface MarkLabelProps {
  readonly text: string;
  /** Lines below the top, for marks that would meet. */
  readonly row?: number;
  /** Given by the chart. */
  readonly viewBox?: { readonly x?: number; readonly y?: number };
}

/** A text at the top of a line across the chart. */
export function MarkLabel({ text, row = 0, viewBox }: MarkLabelProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  const place =
    row === 0
      ? { x, y: y - 6, textAnchor: 'middle' as const }
      : { x: x + 4, y: y + 12 * row, textAnchor: 'start' as const };
  return (
    <text {...place} fontSize={11} fill="var(--chart-axis)">
      {text}
    </text>
  );
}
