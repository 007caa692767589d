interface ChartTipProps {
  readonly title: string;
  readonly lines: readonly TipLine[];
}

export interface TipLine {
  readonly id: string;
  readonly title: string;
  readonly figure: string;
}

/** What hovering over a chart tells: exact figures, not the rounded ones of its axes. */
export function ChartTip({ title, lines }: ChartTipProps) {
  return (
    <div className="chart-tip">
      <div className="chart-tip-title">{title}</div>
      {lines.map((line) => (
        <div key={line.title} className="chart-tip-line">
          <span className={`chart-swatch chart-swatch-box chart-swatch-${line.id}`} aria-hidden />
          <span>{line.title}</span>
          <span className="chart-tip-figure">{line.figure}</span>
        </div>
      ))}
    </div>
  );
}
