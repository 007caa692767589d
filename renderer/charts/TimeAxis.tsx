import { useMemo } from 'react';
import { XAxis } from 'recharts';
import type { Zone } from '../../shared/calendar/zone.ts';
import { axisStyle } from './axisStyle.ts';
import { timeTicks } from './timeTicks.ts';

interface TimeAxisProps {
  readonly from: number;
  readonly until: number;
  readonly zone: Zone;
}

/** The axis of instants, ticked at local month starts. Its data key is `at`. */
export function TimeAxis({ from, until, zone }: TimeAxisProps) {
  const ticks = useMemo(() => timeTicks({ from, until, most: 13 }, zone), [from, until, zone]);
  const instants = useMemo(() => ticks.map((tick) => tick.at), [ticks]);
  const texts = useMemo(() => new Map(ticks.map((tick) => [tick.at, tick.text])), [ticks]);
  return (
    <XAxis
      dataKey="at"
      type="number"
      scale="time"
      domain={[from, until]}
      allowDataOverflow
      ticks={instants}
      tickFormatter={(at: number) => texts.get(at) ?? ''}
      interval="preserveStart"
      minTickGap={4}
      {...axisStyle}
    />
  );
}
