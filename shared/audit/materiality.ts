import { readDecimal } from '../base/decimal.ts';
import { formatMoney } from '../base/money.ts';
import type { Finding } from './finding.ts';
import type { TieOutLine } from './tieOut.ts';

/** What an auditor lets pass, in minor units; null where nothing was said. */
export interface Thresholds {
  /** Differences that add up to more than this are material. */
  readonly overall: bigint | null;
  /** A line or finding up to this is within tolerance: kept, marked, and added up. */
  readonly tolerance: bigint | null;
  /** A line or finding below this is clearly trivial: kept, marked, and not added up. */
  readonly trivial: bigint | null;
}

/**
 * What a finding or a line is beside the thresholds: clearly trivial, within the tolerance, above it, or material all by itself. Null where
 * none of them says anything of it.
 */
export type Mark = keyof typeof markTitles | null;

/** The marks in words. */
export const markTitles = {
  trivial: 'clearly trivial',
  tolerated: 'within tolerance',
  above: 'above tolerance',
  material: 'material by itself',
} as const;

/** What the differences amount to beside the thresholds. Money as decimal text. */
export interface Judgement {
  readonly thresholds: Readonly<Record<keyof Thresholds, string | null>>;
  /**
   * `open`: no materiality was given, or findings are left that no amount makes small: what the file promises of itself, its order, its
   * numbering, its chain.
   */
  readonly verdict: 'clean' | 'immaterial' | 'material' | 'open';
  /** The sum over invoice lines of |actual − expected|, those clearly trivial apart. */
  readonly misstatement: string;
  /** The same sum over the clearly trivial ones. */
  readonly trivial: string;
  /** Errors that are not of money. */
  readonly byNature: number;
  readonly message: string;
  /** In the order of the findings, and of the lines. */
  readonly marks: { readonly findings: readonly Mark[]; readonly lines: readonly Mark[] };
}

/** What is judged: findings, and all invoice lines. `digits` are the decimals of the currency's minor unit. */
export interface ToJudge {
  readonly findings: readonly Finding[];
  readonly tieOut: readonly TieOutLine[];
  readonly currency: string;
  readonly digits: number;
}

/** Marks findings and lines, adds up what is not clearly trivial over the lines, and holds the sum against the materiality. Nothing is left out. */
export function judge({ findings, tieOut, currency, digits }: ToJudge, thresholds: Thresholds): Judgement {
  const minor = (text: string) => size(minorUnits(text, digits) ?? 0n);
  const text = (amount: bigint) => formatMoney(amount, digits);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const byNature = errors.filter(isOfFile).length;
  const marks = {
    findings: findings.map((finding) => (isMoney(finding) ? markOf(minor(finding.money), thresholds) : null)),
    lines: tieOut.map(({ tied, difference }) => (tied ? null : markOf(minor(difference), thresholds))),
  };
  const sums = { misstatement: 0n, trivial: 0n };
  tieOut.forEach(({ difference }, index) => {
    sums[marks.lines[index] === 'trivial' ? 'trivial' : 'misstatement'] += minor(difference);
  });
  const verdict = verdictOf({ errors: errors.length, byNature, misstatement: sums.misstatement }, thresholds);
  const { overall, tolerance, trivial } = thresholds;
  const money = (amount: bigint) => `${text(amount)} ${currency}`;
  return {
    thresholds: {
      overall: overall === null ? null : text(overall),
      tolerance: tolerance === null ? null : text(tolerance),
      trivial: trivial === null ? null : text(trivial),
    },
    verdict,
    misstatement: text(sums.misstatement),
    trivial: text(sums.trivial),
    byNature,
    message: messageOf({ verdict, byNature, ...sums }, { overall, money }),
    marks,
  };
}

/** Minor units of an amount of money that is written with at most the currency's decimals, or null. */
export function minorUnits(amount: string, digits: number): bigint | null {
  const exact = readDecimal(amount);
  if (!exact) return null;
  const scaled = exact.num * 10n ** BigInt(digits);
  return scaled % exact.den === 0n ? scaled / exact.den : null;
}

function isMoney(finding: Finding): boolean {
  return finding.severity === 'error' && !isOfFile(finding);
}

/** What a file promises of itself is kept or broken: no amount of money makes it small. */
function isOfFile({ rule }: Finding): boolean {
  return rule === 'format' || rule === 'chain';
}

function markOf(amount: bigint, { overall, tolerance, trivial }: Thresholds): Mark {
  if (trivial !== null && amount < trivial) return 'trivial';
  if (tolerance !== null && amount <= tolerance) return 'tolerated';
  if (overall !== null && amount > overall) return 'material';
  return tolerance === null ? null : 'above';
}

function verdictOf(
  found: { readonly errors: number; readonly byNature: number; readonly misstatement: bigint },
  { overall }: Thresholds,
): Judgement['verdict'] {
  if (found.errors === 0 && found.misstatement === 0n) return 'clean';
  if (overall === null) return 'open';
  if (found.misstatement > overall) return 'material';
  return found.byNature > 0 ? 'open' : 'immaterial';
}

interface Sums {
  readonly verdict: Judgement['verdict'];
  readonly byNature: number;
  readonly misstatement: bigint;
  readonly trivial: bigint;
}

function messageOf(
  { verdict, byNature, misstatement, trivial }: Sums,
  { overall, money }: { readonly overall: bigint | null; readonly money: (amount: bigint) => string },
): string {
  if (verdict === 'clean') return 'There is nothing to judge: every figure is what the terms say.';
  const sum = `The differences of the invoice lines add up to ${money(misstatement)}`;
  const rest = trivial > 0n ? `, clearly trivial ones of ${money(trivial)} apart` : '';
  const beside =
    overall === null
      ? '. No materiality was given.'
      : `, ${misstatement > overall ? 'more' : 'no more'} than the materiality of ${money(overall)}.`;
  const nature =
    byNature > 0 ? ` ${byNature} findings are about the file itself, and no amount of money makes them small.` : '';
  return `${sum}${rest}${beside}${nature}`;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
