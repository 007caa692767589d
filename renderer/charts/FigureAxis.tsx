import { useMemo } from 'react';
import { YAxis } from 'recharts';
import { axisStyle } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { ticksUpTo } from './ticksUpTo.ts';

interface FigureAxisProps {
  /** The greatest figure that is drawn. */
  readonly most: number;
  text?(figure: number): string;
}

const digitPx = 7;
const besidePx = 9;

/**
 * The axis of figures from nothing upwards. The library would find its ticks by decimal logarithms and its width by drawing it twice,
 * which took as long as all else of a chart.
 */
export function FigureAxis({ most, text = axisNumber }: FigureAxisProps) {
  const ticks = useMemo(() => [...ticksUpTo(most)], [most]);
  const domain = useMemo(() => [0, ticks.at(-1)!], [ticks]);
  const letters = Math.max(...ticks.map((tick) => text(tick).length));
  return (
    <YAxis
      type="number"
      domain={domain}
      ticks={ticks}
      niceTicks="none"
      interval={0}
      width={letters * digitPx + besidePx}
      tickFormatter={text}
      {...axisStyle}
    />
  );
}
