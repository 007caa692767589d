import { formatDecimal } from '../../base/decimal.ts';
import type { Ratio } from '../../base/ratio.ts';
import { formatLocalDate } from '../../calendar/instant.ts';
import type { Scenario, ScenarioPlan } from '../../scenario/scenario.ts';

interface FlexState {
  readonly date: string | null;
  readonly enabled: boolean;
  readonly cap: Ratio | null;
}

/** What happens when the credits of a scenario run out, sentence by sentence. @rule R9 R11 R12 R13 */
export function atZero(scenario: Scenario, plans: readonly ScenarioPlan[]): string[] {
  const { currency, opening } = scenario;
  const bought = scenario.timeline.some((action) => action.do === 'buy-prepaid') || (opening?.prepaid.length ?? 0) > 0;
  const paid = plans.filter(({ kind }) => kind === 'paid');
  const order = bought
    ? 'Included credits are used first, then prepaid credits, the oldest purchase first.'
    : 'Included credits are used first; no prepaid credits are bought.';
  return [
    order,
    ...flexStates(scenario).map((state) => stateText(state, paid, currency)),
    ...plans
      .filter(({ kind }) => kind === 'free')
      .map(({ name }) => `${name} has no Flex: work beyond its credits is not served.`),
    'Included credits that are left when their cycle ends lapse.',
  ];
}

/** How Flex stands at the start, then after each change that changes it. */
function flexStates({ timeline, opening, zone, start }: Scenario): FlexState[] {
  let state: FlexState = { date: null, enabled: opening?.flexEnabled ?? true, cap: opening?.cap ?? null };
  const states = [state];
  for (const action of [...timeline].sort((a, b) => a.at - b.at)) {
    if (action.do !== 'set-flex') continue;
    const { enabled, cap } = action;
    const date = action.at > start ? formatLocalDate(action.at, zone) : null;
    state = { date, enabled: enabled ?? state.enabled, cap: cap === undefined ? state.cap : cap };
    if (date === null) states.pop();
    states.push(state);
  }
  return states;
}

function stateText({ date, enabled, cap }: FlexState, paid: readonly ScenarioPlan[], currency: string): string {
  const from = date === null ? '' : `From ${date} on: `;
  if (!enabled) return `${from}${capital('Flex is off, so work beyond those credits is not served', from)}.`;
  const prices = paid.map(({ name, flexPrice }) => `${text(flexPrice)} ${currency} a credit on ${name}`).join(', ');
  const served = capital(`work beyond those credits is served as Flex${prices === '' ? '' : ` at ${prices}`}`, from);
  const capped =
    cap === null ? 'without a cap' : `up to ${text(cap)} ${currency} in each window of the cap, and stops there`;
  return `${from}${served}, billed in whole credits each month, ${capped}.`;
}

function capital(sentence: string, before: string): string {
  return before === '' ? sentence[0]!.toUpperCase() + sentence.slice(1) : sentence;
}

function text(value: Ratio): string {
  return formatDecimal(value) ?? `${value.num}/${value.den}`;
}
