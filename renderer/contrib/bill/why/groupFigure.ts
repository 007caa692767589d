/** The figure of a reason with its thousands grouped, unit and all: `$4196.00` gives `$4,196.00`. Digits alone are touched. */
export function groupFigure(figure: string): string {
  return figure.replace(/(?<![\d.])\d{4,}(?![\d-])/g, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
