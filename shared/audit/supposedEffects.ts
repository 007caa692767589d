import type { AuditBasis } from './basis.ts';
import { amountsByLine, linesOfRun, type BillLine } from './billLines.ts';
import { runVaried, type Variation } from './hypotheses/variation.ts';

/** What one supposed mistake does to the bill. Credits in nanocredits, money in minor units. */
export interface SupposedEffect {
  readonly hypothesis: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Invoice lines whose amount it changes. */
  readonly lines: number;
  /** Flex credits billed more. */
  readonly credits: bigint;
  readonly money: bigint;
}

/** The effects of mistakes made together, each on the bill with those before it; one for all where they only work together. */
export function supposedEffects(
  basis: AuditBasis,
  variations: readonly Variation[],
  expected: readonly BillLine[],
): SupposedEffect[] {
  const effects: SupposedEffect[] = [];
  let before = expected;
  let open: Variation[] = [];
  for (const [index, variation] of variations.entries()) {
    open.push(variation);
    const run = runVaried(basis, variations.slice(0, index + 1));
    if (!run) continue;
    const after = linesOfRun(run);
    effects.push({ ...named(open), ...changed(before, after) });
    before = after;
    open = [];
  }
  return effects;
}

function named(variations: readonly Variation[]): Pick<SupposedEffect, 'hypothesis' | 'parameters'> {
  const hypothesis = variations.map(({ name }) => name).join('+');
  const parameters = Object.assign({}, ...variations.map((each) => each.parameters)) as SupposedEffect['parameters'];
  return { hypothesis, parameters };
}

function changed(
  before: readonly BillLine[],
  after: readonly BillLine[],
): Pick<SupposedEffect, 'lines' | 'credits' | 'money'> {
  const left = amountsByLine(before);
  const right = amountsByLine(after);
  const differing = [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => (left.get(key) ?? 0n) !== (right.get(key) ?? 0n),
  );
  return {
    lines: differing.length,
    credits: flexCredits(after) - flexCredits(before),
    money: sum([...right.values()]) - sum([...left.values()]),
  };
}

function flexCredits(lines: readonly BillLine[]): bigint {
  return sum(lines.filter(({ kind }) => kind.endsWith('flex')).map(({ credits }) => BigInt(credits ?? 0)));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
