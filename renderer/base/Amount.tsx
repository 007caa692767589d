import { classes } from './classes.ts';

/** A figure whose digits after the point stand back, so that the size is read first. */
export function Amount({ text, className }: { readonly text: string; readonly className?: string }) {
  const point = text.lastIndexOf('.');
  return (
    <span className={classes('amount', text.length > 15 && 'amount-long', className)}>
      {point < 0 ? text : text.slice(0, point)}
      {point >= 0 && <span className="amount-fraction">{text.slice(point)}</span>}
    </span>
  );
}
