import type { WhyTarget } from '../../../shared/rpc/table.ts';
import { classes } from '../../base/classes.ts';
import { CommandButton } from '../../base/CommandButton.tsx';
import { useAsk } from './askContext.ts';

interface FigureProps {
  /** The figure as people write it. */
  readonly text: string;
  /** What the figure is, for those who do not see where it stands. */
  readonly label: string;
  readonly target: WhyTarget;
  readonly unit?: string;
  readonly className?: string;
}

/** A figure that answers why. The digits after the point stand back a little, so that the size is read first. */
export function Figure({ text, label, target, unit, className }: FigureProps) {
  const ask = useAsk();
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  return (
    <CommandButton
      command="why.figure"
      className={classes('figure', className)}
      title={`${label}: why?`}
      aria-label={`${label}: ${text}${unit ? ` ${unit}` : ''}. Why?`}
      onClick={() => ask(target, !isPressed())}
    >
      <span className="figure-digits">
        {whole}
        {point >= 0 && <span className="figure-fraction">{text.slice(point)}</span>}
      </span>
      {unit && <span className="figure-unit">{unit}</span>}
    </CommandButton>
  );
}

/** Whether a figure was pressed by a pointer: the focus then stays on it. */
function isPressed(): boolean {
  return document.activeElement?.matches('.figure:not(:focus-visible)') ?? false;
}
