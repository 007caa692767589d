import { formatCredits } from '../base/credits.ts';
import { groupDigits } from '../base/decimal.ts';
import type { RuleId } from './outcome.ts';
import { ruleText } from './ruleText.ts';

/** A figure with its reason, down to the usage rows. */
export interface WhyNode {
  readonly title: string;
  /** The figure as text with its unit: `77.7 credits`, `$308.00`. */
  readonly figure: string;
  readonly rule: string | null;
  /** The rule in plain words. */
  readonly ruleText: string | null;
  /** The sum that gives the figure: `77 × $4 = $308.00`. */
  readonly arithmetic: string | null;
  /** Ledger row to go to. */
  readonly row: number | null;
  /** Place in the scenario to go to: a JSON path, or `usage/jan.csv:17`. */
  readonly path: string | null;
  readonly children: readonly WhyNode[];
  /** Further children that are not listed. */
  readonly more: number;
}

/** What a node says; what is left out is null or empty. */
type Draft = Pick<WhyNode, 'title' | 'figure'> &
  Partial<Omit<WhyNode, 'rule' | 'ruleText'>> & { readonly rule?: RuleId };

/** Children that one node lists; the rest is counted in `more`. */
export const mostChildren = 50;

/** A node of a reason, with the rule's words beside its number. */
export function whyNode({ rule, ...draft }: Draft): WhyNode {
  return {
    rule: rule ?? null,
    ruleText: rule ? (ruleText[rule] ?? null) : null,
    arithmetic: null,
    row: null,
    path: null,
    children: [],
    more: 0,
    ...draft,
  };
}

/** The first items as nodes, and how many were left out. */
export function listed<T>(items: readonly T[], node: (item: T) => WhyNode): Pick<WhyNode, 'children' | 'more'> {
  return { children: items.slice(0, mostChildren).map(node), more: Math.max(0, items.length - mostChildren) };
}

/** An amount of credits in words. Units in: nanocredits. */
export function creditsFigure(nanos: bigint | number): string {
  const text = groupDigits(formatCredits(nanos));
  return `${text} ${text === '1' ? 'credit' : 'credits'}`;
}
