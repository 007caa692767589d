import type { Evidence } from './evidence.ts';
import { html, type Markup, type MarkupPart } from '../../base/markup.ts';

/** What the audit rests on: period, zone, policy, versions, filters, thresholds, head. */
export function factsSection(evidence: Evidence): Markup {
  const { period, timeZone, currency, policy, versions, filters, head, judgement } = evidence;
  const facts: (readonly [string, MarkupPart])[] = [
    ['Period', `${period.from} up to, not including, ${period.until}`],
    ['Time zone', timeZone],
    ['Currency', currency],
    ...policy.map(({ title, value }) => [title, value] as const),
    ['Engine', versions.engine],
    ['Rules', versions.policy],
    ['Filters', filters.length === 0 ? 'none: all that the files hold was audited' : filters.join('; ')],
    ['Materiality', judgement ? thresholdsText(judgement.thresholds, currency) : 'no thresholds were given'],
    ['Head hash', head === null ? 'the ledger has no chain of hashes' : html`<span class="hash">${head}</span>`],
  ];
  return html`<section>
    <h2>What was audited</h2>
    <dl>
      ${facts.map(
        ([title, value]) =>
          html`<dt>${title}</dt>
            <dd>${value}</dd> `,
      )}
    </dl>
  </section>`;
}

type ThresholdTexts = NonNullable<Evidence['judgement']>['thresholds'];

function thresholdsText({ overall, tolerance, trivial }: ThresholdTexts, currency: string): string {
  const parts = [
    overall === null ? null : `overall ${overall} ${currency}`,
    tolerance === null ? null : `tolerance per line ${tolerance} ${currency}`,
    trivial === null ? null : `clearly trivial below ${trivial} ${currency}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
