import { applyEdits, findNodeAtLocation, parseTree, type Edit, type Node } from 'jsonc-parser';

/** A change of all demand models at once, tried before it is made. */
export interface WhatIf {
  /** Percentage points a month, added to the growth. */
  readonly growth: number;
  /** Per cent of what is used now. */
  readonly level: number;
  /** Per cent of the spread of the noise now. */
  readonly spread: number;
}

export const noWhatIf: WhatIf = { growth: 0, level: 100, spread: 100 };

export function isNothing({ growth, level, spread }: WhatIf): boolean {
  return growth === 0 && level === 100 && spread === 100;
}

/** What is changed, in words: `growth +2 points a month, usage at 120 %`. */
export function whatIfText({ growth, level, spread }: WhatIf): string {
  const parts = [
    growth !== 0 && `growth ${growth > 0 ? '+' : '−'}${Math.abs(growth)} points a month`,
    level !== 100 && `usage at ${level} %`,
    spread !== 100 && `spread at ${spread} %`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The scenario’s text with its demand models changed; all else, and its formatting, stays. A text that is no JSON stays as it is. */
export function withWhatIf(text: string, whatIf: WhatIf): string {
  if (isNothing(whatIf)) return text;
  const root = parseTree(text);
  const models = root && findNodeAtLocation(root, ['usage', 'models']);
  if (models?.type !== 'array') return text;
  const edits = (models.children ?? []).flatMap((model) => editsOf(text, model, whatIf));
  return edits.length === 0 ? text : applyEdits(text, edits);
}

function editsOf(text: string, model: Node, { growth, level, spread }: WhatIf): readonly Edit[] {
  const leveled =
    level === 100
      ? []
      : [...scaled(model, ['level'], level), ...scaled(model, ['ramp', 'to'], level), ...addsOf(model, level)];
  const spreadOut = spread === 100 ? [] : [...scaled(model, ['noise', 'cv'], spread), ...factorsOf(model, spread)];
  return [...leveled, ...spreadOut, ...(growth === 0 ? [] : growthOf(text, model, growth))];
}

function scaled(model: Node, path: (string | number)[], percent: number): readonly Edit[] {
  const node = findNodeAtLocation(model, path);
  const value = numberIn(node);
  return node && value !== null ? [replaced(node, (value * percent) / 100)] : [];
}

function addsOf(model: Node, percent: number): readonly Edit[] {
  const spikes = findNodeAtLocation(model, ['spikes'])?.children ?? [];
  return spikes.flatMap((_, index) => scaled(model, ['spikes', index, 'add'], percent));
}

/** Day factors of history move away from their mean, or towards it; none below nothing. */
function factorsOf(model: Node, percent: number): readonly Edit[] {
  const nodes = findNodeAtLocation(model, ['noise', 'factors'])?.children ?? [];
  const values = nodes.map(numberIn);
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return nodes.flatMap((node, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [replaced(node, Math.max(0, mean + ((value - mean) * percent) / 100))];
  });
}

/** Growth is never below a loss of everything. Where there is none it is put in after the level. */
function growthOf(text: string, model: Node, points: number): readonly Edit[] {
  const node = findNodeAtLocation(model, ['growth']);
  const value = node ? numberIn(node) : 0;
  if (value === null) return [];
  const grown = Math.max(-1, value + points / 100);
  if (node) return [replaced(node, grown)];
  const level = findNodeAtLocation(model, ['level'])?.parent;
  if (!level) return [];
  const before = /\s*$/.exec(text.slice(0, level.offset))![0];
  return [{ offset: level.offset + level.length, length: 0, content: `,${before}"growth": ${textOf(grown)}` }];
}

/** Numbers may be written as text, to keep their digits. */
function numberIn(node: Node | undefined): number | null {
  if (node?.type !== 'number' && node?.type !== 'string') return null;
  const value = Number(node.value);
  return Number.isFinite(value) ? value : null;
}

function replaced(node: Node, value: number): Edit {
  return { offset: node.offset, length: node.length, content: textOf(value) };
}

/** Twelve digits: what a person means by 120 % of 0.07, and a decimal that every reader takes. */
function textOf(value: number): string {
  return Number(value.toPrecision(12)).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 });
}
