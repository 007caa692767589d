interface PublishedFigureProps {
  readonly figure: { readonly value: string; readonly confidence: string; readonly source: string };
}

/** A published figure with how well it is known. */
export function PublishedFigure({ figure: { value, confidence, source } }: PublishedFigureProps) {
  return (
    <span title={`Confidence ${confidence}: ${source}`}>
      {value} <sup className="form-confidence">{confidence}</sup>
    </span>
  );
}
