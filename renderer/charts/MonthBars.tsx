import { createContext, memo, useContext, useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis } from 'recharts';
import type { MonthView } from '../../shared/rpc/views.ts';
import { formatCredits, formatMoney } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber, monthText } from './axisText.ts';
import { FigureAxis } from './FigureAxis.tsx';
import { ChartTip } from './ChartTip.tsx';
import { useChartCursor, useChartView } from './useChartView.ts';
import { monthParts, monthSeries, type MonthColumn, type MonthPart } from './monthSeries.ts';
import { tabStopBar, type BarPlace } from './tabStopBar.ts';

interface MonthBarsProps {
  readonly months: readonly MonthView[];
  readonly currency: string;
  /** Asked for the figure of a bar's part. */
  onAsk(month: number, part: MonthPart): void;
}

export const partTitles: Readonly<Record<MonthPart, string>> = {
  included: 'Included',
  prepaid: 'Prepaid',
  flex: 'Flex',
  blocked: 'Blocked',
};

/** Credits by month, stacked in the order in which they are drawn. Each part of a bar can be asked why. */
export function MonthBars({ months, currency, onAsk }: MonthBarsProps) {
  const view = useChartView();
  const cursor = useChartCursor();
  const data = useMemo(() => [...monthSeries(months, view)], [months, view]);
  const shapes = useMemo(() => shapesOf(months, onAsk), [months, onAsk]);
  const [last, setLast] = useState<BarPlace | null>(null);
  const stop = tabStopBar({ months, view, last });
  return (
    <div
      onKeyDown={moveAmongBars}
      onFocus={({ target }) => {
        const bar = barOf(target);
        if (bar) setLast(bar);
        cursor.current = bar && bar.month + 0.5;
      }}
      onBlur={() => (cursor.current = null)}
      onPointerUp={(event) => askAt(event, onAsk)}
    >
      <TabStop value={stop ? nameOf(stop) : null}>
        <BarPlot {...{ data, months, currency, shapes }} />
      </TabStop>
    </div>
  );
}

interface BarPlotProps extends Pick<MonthBarsProps, 'months' | 'currency'> {
  readonly data: MonthColumn[];
  readonly shapes: ReturnType<typeof shapesOf>;
}

/** Drawn for other figures alone: each time that it is, its bars are made anew, and one of them may have the focus. */
const BarPlot = memo(function BarPlot({ data, months, currency, shapes }: BarPlotProps) {
  return (
    <ResponsiveContainer width="100%" height={chartPx}>
      <BarChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <defs>
          <pattern id="blocked-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="var(--chart-blocked)" fillOpacity={0.22} />
            <rect width="2.5" height="6" fill="var(--chart-blocked)" />
          </pattern>
          <pattern id="prepaid-dots" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="var(--chart-prepaid)" />
            <circle cx="3" cy="3" r="1.1" fill="var(--raised-bg)" />
          </pattern>
          <pattern id="flex-lines" width="6" height="5" patternUnits="userSpaceOnUse">
            <rect width="6" height="5" fill="var(--chart-flex)" />
            <rect width="6" height="1.2" fill="var(--raised-bg)" />
          </pattern>
        </defs>
        <CartesianGrid {...gridLines} />
        <XAxis
          dataKey="label"
          tickFormatter={(label: string, index) => monthText(label, index === 0)}
          {...axisStyle}
          interval="preserveStartEnd"
          minTickGap={8}
        />
        <FigureAxis most={Math.max(0, ...data.map(heightOf))} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover-bg)' }}
          content={({ active, payload }) =>
            active && payload?.[0] ? tipOf(payload[0].payload as MonthColumn, months, currency) : null
          }
        />
        {monthParts.map((part) => (
          <Bar
            key={part}
            dataKey={part}
            stackId="credits"
            isAnimationActive={false}
            maxBarSize={48}
            shape={shapes[part]}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
});

/** A whole column of the stack. */
function heightOf(column: MonthColumn): number {
  return monthParts.reduce((sum, part) => sum + column[part], 0);
}

/** The bar that is the chart's one tab stop: told aside, for a bar whose shape is another function loses the focus. */
const TabStop = createContext<string | null>(null);

/** Parts are told apart by their pattern too. */
const fills: Readonly<Record<MonthPart, string>> = {
  included: 'var(--chart-included)',
  prepaid: 'url(#prepaid-dots)',
  flex: 'url(#flex-lines)',
  blocked: 'url(#blocked-hatch)',
};

interface BarShape {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly payload?: MonthColumn;
}

interface BarPartProps extends Pick<MonthBarsProps, 'months' | 'onAsk'> {
  readonly bar: BarShape;
  readonly part: MonthPart;
}

function BarPart({ bar, part, months, onAsk }: BarPartProps) {
  const stop = useContext(TabStop);
  const { x, y, width, height: tall, payload } = bar;
  if (!payload || Number(tall) <= 0) return <g />;
  const fill = fills[part];
  const month = payload.month;
  if (month === null) return <rect {...{ x, y, width, height: tall, fill }} />;
  const figure = formatCredits(months[month]?.[part] ?? '');
  return (
    <rect
      {...{ x, y, width, height: tall, fill }}
      className="chart-bar"
      role="button"
      data-bar={nameOf({ month, part })}
      tabIndex={stop === nameOf({ month, part }) ? 0 : -1}
      aria-label={`${payload.title}, ${partTitles[part]}: ${figure} credits. Why?`}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onAsk(month, part);
      }}
    />
  );
}

/** The chart draws its bars anew under a pressed button, so no click reaches them: the bar is found by where the button is let go. */
function askAt({ clientX, clientY, button }: PointerEvent, onAsk: MonthBarsProps['onAsk']): void {
  if (button !== 0) return;
  const element = document.elementFromPoint(clientX, clientY)?.closest('[data-bar]');
  const bar = element && barOf(element);
  if (bar) onAsk(bar.month, bar.part);
}

/** How each part is drawn: the same functions while the figures stay, for a bar that is drawn anew loses the focus. */
function shapesOf(months: readonly MonthView[], onAsk: MonthBarsProps['onAsk']) {
  const shapeOf = (part: MonthPart) => (bar: BarShape) => <BarPart {...{ bar, part, months, onAsk }} />;
  return {
    included: shapeOf('included'),
    prepaid: shapeOf('prepaid'),
    flex: shapeOf('flex'),
    blocked: shapeOf('blocked'),
  };
}

function nameOf({ month, part }: BarPlace): string {
  return `${month}/${part}`;
}

/** The bar that an element draws; null for anything else. */
function barOf(target: Element): BarPlace | null {
  const [month, part] = target.getAttribute('data-bar')?.split('/') ?? [];
  return part === undefined ? null : { month: Number(month), part: part as MonthPart };
}

function moveAmongBars(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  const at = barOf(event.target as Element);
  if (!step || !at) return;
  event.preventDefault();
  const bars = [...event.currentTarget.querySelectorAll<SVGElement>('[data-bar]')].map((element) => {
    const { month, part } = barOf(element)!;
    return { element, month, part: monthParts.indexOf(part) };
  });
  nextBar(bars, {
    month: at.month,
    part: monthParts.indexOf(at.part),
    step: step as [number, number],
  })?.element.focus();
}

interface DrawnBar {
  readonly element: SVGElement;
  readonly month: number;
  readonly part: number;
}

function nextBar(
  bars: readonly DrawnBar[],
  { month, part, step }: { month: number; part: number; step: [number, number] },
) {
  const [sideways, upwards] = step;
  const ahead = bars.filter((bar) =>
    sideways === 0 ? bar.month === month && (bar.part - part) * upwards > 0 : (bar.month - month) * sideways > 0,
  );
  const distance = (bar: DrawnBar) => Math.abs(bar.month - month) * 10 + Math.abs(bar.part - part);
  return ahead.sort((a, b) => distance(a) - distance(b))[0];
}

function tipOf(column: MonthColumn, months: readonly MonthView[], currency: string) {
  const month = column.month === null ? null : months[column.month];
  const figure = (part: MonthPart) => (month ? formatCredits(month[part]) : `about ${axisNumber(column[part])}`);
  const lines = [...monthParts]
    .reverse()
    .filter((part) => column[part] !== 0)
    .map((part) => ({ id: part, title: partTitles[part], figure: `${figure(part)} credits` }));
  const money = month ? [{ id: 'none', title: 'Invoiced', figure: formatMoney(month.invoiced, currency) }] : [];
  return <ChartTip title={column.title} lines={[...lines, ...money]} />;
}
