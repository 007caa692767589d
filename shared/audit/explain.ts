import type { AuditBasis } from './basis.ts';
import { amountsByLine, linesOfRun, residualOf, type BillLine } from './billLines.ts';
import { compareRows, type RowComparison } from './compareRows.ts';
import { deviationVariations } from './hypotheses/deviations.ts';
import { searchedUsage } from './hypotheses/searchedUsage.ts';
import { termsVariations } from './hypotheses/termsVariations.ts';
import { usageVariations } from './hypotheses/usageVariations.ts';
import { runVaried, type Variation } from './hypotheses/variation.ts';
import type { Explanation } from './report.ts';
import { supposedEffects, type SupposedEffect } from './supposedEffects.ts';

/** Explanations found, best first. Money in minor units. */
export interface Explained {
  readonly residual: bigint;
  readonly explanations: readonly (Omit<Explanation, 'residual'> & { readonly residual: bigint })[];
  /** Null where there is nothing to explain. */
  readonly explained: boolean | null;
  /** What the mistakes of the best explanation do to the bill, one after the other. */
  readonly supposed: readonly SupposedEffect[];
  /** The search ended before everything was tried. */
  readonly cutShort: boolean;
}

/** What there is to explain. */
export interface Explaining {
  readonly basis: AuditBasis;
  readonly rows: RowComparison | null;
  /** The bill as charged. */
  readonly actual: readonly BillLine[];
  readonly expected: readonly BillLine[];
  readonly goesOn: () => boolean;
}

interface Tried {
  readonly variations: readonly Variation[];
  readonly residual: bigint;
}

interface Ranked extends Tried {
  readonly rows: number | null;
}

const mostListed = 10;
/** Hypotheses of one residual whose rows are compared: ties are rare beyond. */
const mostCompared = 60;
/** Usage up to which all hypotheses are paired; beyond, only those that change the bill by themselves. */
const mostForAllPairs = 20_000;
/** Searched events that are paired with other hypotheses. */
const mostPaired = 3;

/** Looks for the mistakes that explain a difference, alone and in pairs: by residual, then by differing rows, then the fewest. */
export function* explain(explaining: Explaining): Generator<void, Explained> {
  const { basis, rows, actual, expected, goesOn } = explaining;
  const billed = amountsByLine(actual);
  const residual = residualOf(billed, amountsByLine(expected));
  const nothing = { residual, explanations: [], supposed: [], cutShort: false };
  if (residual === 0n && (rows?.differing ?? 0) === 0) return { ...nothing, explained: null };
  const search = new Search(basis, billed, goesOn);
  const closes = basis.run.flexMonths.map(({ until }) => until);
  const singles = [
    ...deviationVariations(basis.terms.program),
    ...termsVariations(basis.terms),
    ...usageVariations(basis, closes),
  ];
  // A ledger whose rows differ shows its usage: there is no event to look for.
  const likely = rows && rows.differing > 0 ? [] : searchedUsage(basis, actual, expected);
  const tried = yield* search.attemptAll(singles.map((single) => [single]));
  const searched = yield* search.attemptAll(likely.map((single) => [single]));
  let ranked = yield* search.rank([...tried, ...searched]);
  const solved = ranked[0]?.residual === 0n && (ranked[0].rows ?? 0) === 0;
  // Where the bill is right, pairs could only guess at rows.
  if (!solved && residual > 0n) {
    const best = searched
      .filter((each) => each !== null)
      .sort(byResidual)
      .slice(0, mostPaired);
    const isLarge = basis.usage.usage.count > mostForAllPairs;
    const paired = singles.filter((_, index) => !isLarge || (tried[index] && tried[index].residual !== residual));
    const pairs = pairsOf([...paired, ...best.map(({ variations }) => variations[0]!)]);
    ranked = yield* search.rank([...tried, ...searched, ...(yield* search.attemptAll(pairs))]);
  }
  const better = ranked.filter((each) => isBetter(each, residual, rows?.differing ?? null));
  const first = better[0];
  return {
    residual,
    explanations: better.slice(0, mostListed).map(explanationOf),
    explained: first !== undefined && first.residual === 0n && (residual > 0n || first.rows === 0),
    supposed: first ? supposedEffects(basis, first.variations, expected) : [],
    cutShort: search.cutShort,
  };
}

class Search {
  cutShort = false;
  private readonly basis: AuditBasis;
  private readonly billed: ReadonlyMap<string, bigint>;
  private readonly goesOn: () => boolean;

  constructor(basis: AuditBasis, billed: ReadonlyMap<string, bigint>, goesOn: () => boolean) {
    this.basis = basis;
    this.billed = billed;
    this.goesOn = goesOn;
  }

  /** The residual under some mistakes together; null where they cannot be, or time is up. */
  attempt(variations: readonly Variation[]): Tried | null {
    if (!this.goesOn()) {
      this.cutShort = true;
      return null;
    }
    const run = runVaried(this.basis, variations);
    return run && { variations, residual: residualOf(this.billed, amountsByLine(linesOfRun(run))) };
  }

  /** One after the other, each a step. */
  *attemptAll(all: readonly (readonly Variation[])[]): Generator<void, (Tried | null)[]> {
    const tried: (Tried | null)[] = [];
    for (const variations of all) {
      tried.push(this.attempt(variations));
      yield;
    }
    return tried;
  }

  /** Best first. Rows are compared where residuals tie at the top. */
  *rank(all: readonly (Tried | null)[]): Generator<void, Ranked[]> {
    const sorted = all
      .filter((each) => each !== null)
      .sort((a, b) => byResidual(a, b) || a.variations.length - b.variations.length);
    const { ledger } = this.basis;
    const ranked: Ranked[] = [];
    for (const each of sorted.slice(0, mostCompared)) {
      const compared = ledger && (each.residual === sorted[0]!.residual || sorted.length < 40) && this.goesOn();
      const run = compared ? runVaried(this.basis, each.variations) : null;
      ranked.push({ ...each, rows: run && ledger ? compareRows(run, ledger).differing : null });
      if (run) yield;
    }
    const rowsOf = ({ rows }: Ranked): number => (ledger ? (rows ?? Infinity) : 0);
    return ranked.sort(
      (a, b) =>
        byResidual(a, b) ||
        (rowsOf(a) === rowsOf(b) ? 0 : rowsOf(a) - rowsOf(b)) ||
        a.variations.length - b.variations.length,
    );
  }
}

function byResidual(a: Tried, b: Tried): number {
  return a.residual < b.residual ? -1 : a.residual > b.residual ? 1 : 0;
}

/** Two mistakes that can be made together. Another zone's terms come first, for they replace what others change. */
function pairsOf(singles: readonly Variation[]): Variation[][] {
  const pairs: Variation[][] = [];
  for (const [index, first] of singles.entries()) {
    for (const second of singles.slice(index + 1)) {
      if (first.name === second.name || clash(first, second)) continue;
      pairs.push(second.name === 'time-zone' ? [second, first] : [first, second]);
    }
  }
  return pairs;
}

function clash({ deviation: left = {} }: Variation, { deviation: right = {} }: Variation): boolean {
  return Object.keys(left).some((key) => key in right);
}

function isBetter({ residual, rows }: Ranked, baseResidual: bigint, baseRows: number | null): boolean {
  if (residual !== baseResidual) return residual < baseResidual;
  return rows !== null && baseRows !== null && rows < baseRows;
}

function explanationOf({ variations, residual, rows }: Ranked): Explained['explanations'][number] {
  const hypothesis = variations.map(({ name }) => name).join('+');
  const parameters =
    variations.length === 1
      ? variations[0]!.parameters
      : Object.fromEntries(variations.map(({ name, parameters: own }) => [name, own]));
  return { hypothesis, parameters, residual, differingRows: rows };
}
