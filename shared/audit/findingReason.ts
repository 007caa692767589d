import { formatPath, type PathSteps } from '../base/jsonPath.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { Run } from '../engine/outcome.ts';
import type { Action } from '../engine/program.ts';
import { why } from '../engine/why.ts';
import type { WhyNode } from '../engine/whyNode.ts';
import { dateOf, whyRow } from '../engine/whyRow.ts';
import type { AuditBasis } from './basis.ts';
import { dueSeq, isMissing, rowBeside, usageOfSeq, type RowBeside } from './dueRow.ts';
import type { Finding } from './finding.ts';
import type { TieOutLine } from './tieOut.ts';

/** A place in the terms that decided something. `path` is a JSON path of the scenario. */
export interface FindingPlace {
  readonly title: string;
  readonly path: string;
}

/** Why what a finding expects is due: the row beside the due one, the reason down to its causes, and the places of the terms. */
export interface FindingReason {
  readonly beside: RowBeside | null;
  /** The due row's, or the due invoice line's; null where the terms order nothing of the kind. */
  readonly why: WhyNode | null;
  readonly places: readonly FindingPlace[];
}

/** The reason of a finding, by the recomputed run. `tieOut` tells which invoice line it is about. */
export function findingReason(basis: AuditBasis, finding: Finding, tieOut: readonly TieOutLine[]): FindingReason {
  const { run } = basis;
  const seq = dueSeq(basis, finding);
  const node = seq === null ? whyInvoiceLine(run, finding, tieOut) : whyRow(run, seq);
  const row = isMissing(finding) ? null : finding.row;
  const beside = row === null && seq === null ? null : rowBeside(basis, row, seq);
  return { beside, why: node && withoutUsagePlaces(node), places: placesOf(basis, finding, { seq, node }) };
}

/** The reason of the invoice line that is due when a finding's was issued; of the invoice where no line is known. */
function whyInvoiceLine(
  run: Run,
  { invoice, at, rule, money }: Finding,
  tieOut: readonly TieOutLine[],
): WhyNode | null {
  const lines = tieOut.filter(
    (line) => !line.tied && line.issuedAt === at && (invoice === null || line.invoice === invoice),
  );
  const { kind } = lines.find(({ difference }) => difference === money) ?? lines[0] ?? {};
  const due = run.invoices.find(({ issuedAt }) => formatInstant(issuedAt) === at);
  if (!due || (kind === undefined && rule !== 'R24')) return null;
  const line = due.lines.findIndex((each) => each.kind === kind);
  return why(run, line < 0 ? { kind: 'invoice', invoice: due.number } : { kind: 'line', invoice: due.number, line });
}

/** Usage is the ledger's or the record's here, so that its places in a scenario, and the numbers of due rows, lead nowhere. */
function withoutUsagePlaces(node: WhyNode): WhyNode {
  const path = node.path !== null && isOfTerms(node.path) ? node.path : null;
  return { ...node, path, row: null, children: node.children.map(withoutUsagePlaces) };
}

function isOfTerms(path: string): boolean {
  return /^(timeline|plans|meters|opening|horizon|includedCycle|flexCycle)\b/.test(path);
}

interface Due {
  readonly seq: number | null;
  readonly node: WhyNode | null;
}

function placesOf(basis: AuditBasis, finding: Finding, { seq, node }: Due): FindingPlace[] {
  const { run } = basis;
  const at = finding.at === null ? null : Date.parse(finding.at);
  const places = [...(node ? causePlaces(run, node) : [])];
  if (seq !== null) places.push(...meterPlaces(basis, seq));
  if (at !== null && !Number.isNaN(at)) {
    if (flexCodes.has(finding.code)) places.push(...latestAction(run, at, (action) => action.do === 'set-flex'));
    places.push(...planPlaces(basis, at));
  }
  return [...new Map(places.map((place) => [place.path, place])).values()].slice(0, mostPlaces);
}

const mostPlaces = 6;

/** Codes that the Flex setting decides. */
const flexCodes: ReadonlySet<Finding['code']> = new Set(['blocked-served', 'served-blocked', 'cap', 'draw-order']);

/** The places that a reason names, down to its causes. */
function causePlaces(run: Run, node: WhyNode): FindingPlace[] {
  const own =
    node.path !== null && isOfTerms(node.path) ? [{ title: placeTitle(run, node.path), path: node.path }] : [];
  return [...own, ...node.children.flatMap((child) => causePlaces(run, child))];
}

function placeTitle(run: Run, path: string): string {
  const action = run.program.actions.find((each) => each.path === path);
  if (action) return actionTitle(run, action);
  return path.startsWith('opening') ? 'Opening balances' : path;
}

function actionTitle(run: Run, action: Action): string {
  const { plans } = run.program;
  const words: Readonly<Record<Action['do'], string>> = {
    subscribe: 'subscription',
    'change-plan': 'change of plan',
    cancel: 'cancellation',
    'buy-prepaid': 'prepaid purchase',
    'set-flex': 'Flex setting',
    adjust: 'adjustment',
  };
  const named = 'plan' in action ? ` to ${plans[action.plan]!.id}` : action.do === 'buy-prepaid' ? ` ${action.id}` : '';
  return `Timeline, ${dateOf(run, action.at)}: ${words[action.do]}${named}`;
}

function latestAction(run: Run, at: number, isWanted: (action: Action) => boolean): FindingPlace[] {
  const action = run.program.actions.findLast((each) => each.at <= at && isWanted(each));
  return action ? [{ title: actionTitle(run, action), path: action.path }] : [];
}

/** The entry of the timeline that made the plan in force, and the plan itself where the scenario has it. */
function planPlaces({ run, terms }: AuditBasis, at: number): FindingPlace[] {
  const isPlan = ({ do: deed }: Action): boolean => deed === 'subscribe' || deed === 'change-plan';
  const action = run.program.actions.findLast((each) => each.at <= at && isPlan(each));
  if (!action || !('plan' in action)) return [];
  const { id } = run.program.plans[action.plan]!;
  const plan = terms.scenario.plans.find((each) => each.id === id);
  return [
    { title: actionTitle(run, action), path: action.path },
    ...(plan?.path ? [{ title: `Plan ${id}`, path: formatPath(plan.path) }] : []),
  ];
}

/** The meter of a usage row, at the rate in force, where the scenario has it; and the plan that it was drawn under. */
function meterPlaces({ run, terms }: AuditBasis, seq: number): FindingPlace[] {
  const row = usageOfSeq(run, seq);
  if (row === null) return [];
  const { usage, meters } = run.program;
  const named = meters[usage.meter[row]!];
  const meter = named && terms.scenario.meters.find(({ id }) => id === named.id);
  if (!named || !meter?.path) return [];
  const rate = named.rates.findLastIndex(({ from }) => from <= usage.at[row]!);
  const steps: PathSteps = rate < 0 ? meter.path : [...meter.path, 'rates', rate];
  return [{ title: `Meter ${named.id}, its rate of that day`, path: formatPath(steps) }];
}
