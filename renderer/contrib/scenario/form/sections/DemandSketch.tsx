import type { Node } from 'jsonc-parser';
import { useMemo } from 'react';
import { itemsOf, membersOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { Draft } from '../../draft/draft.ts';
import { demandSketch, sketchPoints, type SketchModel } from '../demandSketch.ts';

const width = 160;
const height = 22;

/** The course of a demand model over its days, as a small line. */
export function DemandSketch({ node }: { readonly node: Node }) {
  const key = JSON.stringify(sketchModel(useDraft(), node));
  const values = useMemo(() => demandSketch(JSON.parse(key) as SketchModel), [key]);
  if (values.length < 2 || values.some((value) => !Number.isFinite(value))) return null;
  return (
    <svg className="form-sketch" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <polyline points={sketchPoints(values, width, height)} />
    </svg>
  );
}

function sketchModel(draft: Draft, node: Node): SketchModel {
  const text = (key: string, of = node) =>
    shownText(draft.text, membersOf(of).find(([name]) => name === key)?.[1]) ?? '';
  const list = (key: string) => itemsOf(membersOf(node).find(([name]) => name === key)?.[1]);
  const horizon = (key: string) => (shownText(draft.text, draft.at(['horizon', key])) ?? '').slice(0, 10);
  const figures = (key: string, count: number) => {
    const found = list(key).map((weight) => Number(shownText(draft.text, weight)));
    return found.length === count ? found : null;
  };
  const ramp = membersOf(node).find(([name]) => name === 'ramp')?.[1];
  const range = (key: string, of: Node): readonly [number, number] => {
    const [least = '1', greatest = least] = text(key, of) === '' ? pair(key, of) : [text(key, of)];
    return [Number(least), Number(greatest)];
  };
  const pair = (key: string, of: Node) =>
    itemsOf(membersOf(of).find(([name]) => name === key)?.[1]).map((part) => shownText(draft.text, part) ?? '');
  return {
    from: text('from') || horizon('start'),
    until: text('until') || horizon('end'),
    level: Number(text('level') || Number.NaN),
    per: text('per') === 'month' ? 'month' : 'day',
    growth: Number(text('growth')),
    weekdays: figures('weekdays', 7),
    months: figures('months', 12),
    ramp: ramp ? { to: Number(text('to', ramp)), by: text('by', ramp) } : null,
    spikes: list('spikes').map((spike) => ({
      from: text('from', spike),
      until: text('until', spike),
      chance: text('chance', spike) === '' ? 1 : Number(text('chance', spike)),
      days: range('days', spike),
      factor: range('factor', spike),
      add: Number(text('add', spike)),
    })),
  };
}
