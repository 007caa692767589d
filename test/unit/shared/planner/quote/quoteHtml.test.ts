import { describe, expect, it } from 'vitest';
import { internalView } from '../../../../../shared/planner/quote/internalView.ts';
import { quoteHtml } from '../../../../../shared/planner/quote/html/quoteHtml.ts';
import { quoteSince } from '../../../../../shared/planner/quote/quoteSince.ts';
import { quoteText } from '../../../../../shared/planner/quote/sealQuote.ts';
import { quoteOf } from '../../../../support/quoteOf.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const page = { sealedFile: 'acme.quote.json', internal: null };
const attack = `"><script>alert(1)</script><img src=x onerror='alert(2)'><!-- {{x}} \u202e`;

describe('the page of a quote', () => {
  it('says who quotes what to whom, which version, until when, and what it comes to', () => {
    const text = quoteHtml(quoteOf(), page);
    for (const said of [
      'Quote for Acme',
      'Q-1',
      '2026-02-01',
      '3,588.00 USD',
      'drawdown quote verify acme.quote.json',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain(quoteOf().hash);
  });

  it('is the same bytes for the same quote', () => {
    expect(quoteHtml(quoteOf(), page)).toBe(quoteHtml(quoteOf(), page));
  });

  it('has what the total leaves out right after it', () => {
    const text = quoteHtml(quoteOf(), page);
    const [total, left, plans] = ['class="total"', 'Not in this total', '<h2>Plan</h2>'].map((part) =>
      text.indexOf(part),
    );
    expect(total).toBeGreaterThan(0);
    expect(left).toBeGreaterThan(total!);
    expect(plans).toBeGreaterThan(left!);
    const section = text.slice(left, plans);
    for (const word of ['Taxes', 'Refunds', 'nothing is refunded']) expect(section).toContain(word);
  });

  it('warns where a newer rate card is known, and only there', () => {
    const dated = (catalog: string) =>
      quoteOf(scenarioDocument({ catalog, plans: undefined, meters: undefined, timeline: [] }));
    expect(quoteHtml(dated('2026-09'), page)).toContain('Older rate card');
    expect(quoteHtml(dated('2026-09'), page)).toContain('October 2026');
    expect(quoteHtml(dated('2026-10'), page)).not.toContain('Older rate card');
    expect(quoteHtml(quoteOf(), page)).not.toContain('Older rate card');
  });

  it('shows range, chances and drivers where something is uncertain, else says that nothing is', () => {
    expect(quoteHtml(quoteOf(), page)).toContain('nothing in this quote’s usage is said to be uncertain');
    const drivers = [{ model: 'images', share: 0.8, low: '3500.00', high: '3700.00' }];
    const text = quoteHtml(quoteOf(undefined, { forecast: { random: true, drivers } }), page);
    for (const said of ['low (P10)', 'high (P90)', 'What moves the bill most', '80 %', '<svg'])
      expect(text).toContain(said);
  });

  it('escapes every text, in the page and in its margins (S32)', () => {
    const head = { number: attack, customer: attack, seller: attack, notes: `${attack}\nsecond line` };
    const plans = [
      {
        id: 'growth',
        name: attack.replace('\u202e', ''),
        kind: 'paid',
        cycle: 'monthly',
        fee: 1,
        includedCredits: 1,
        flexPrice: 4,
      },
    ];
    const models = [{ id: '<b>m</b>', credits: true, level: 3, per: 'day' }];
    const document = scenarioDocument({ name: attack.replace('\u202e', ''), plans, usage: { models } });
    const before = quoteOf();
    const since = quoteSince(before, quoteOf(document, { head }));
    const text = quoteHtml(quoteOf(document, { head, since }), page);
    expect(text).not.toMatch(/<script|<img|<b>|\u202e/);
    expect(text).toContain('&lt;script&gt;');
    expect(text.slice(text.indexOf('<style>'), text.indexOf('</style>'))).not.toContain('alert(1)</');
  });

  it('loads nothing: no scripts, no addresses, and a policy that says so', () => {
    const text = quoteHtml(quoteOf(), page);
    expect(text).toContain(`content="default-src 'none';`);
    expect(text).not.toMatch(/<script|<link|<iframe|\bsrc=|\bhref=|url\(|@import/i);
  });

  it('says what changed since the last quote', () => {
    const since = quoteSince(quoteOf(), quoteOf(scenarioDocument({ name: 'Acme 2027' }), { head: { version: 2 } }));
    const text = quoteHtml(quoteOf(scenarioDocument({ name: 'Acme 2027' }), { head: { version: 2 }, since }), page);
    expect(text).toContain('What changed since the last quote');
    expect(text).toContain('<code>scenario.name</code>');
  });
});

describe('what is internal', () => {
  const notes = { notes: 'They would pay more: push them.', costPerCredit: '1.2345', floor: '2987.65' };

  it('stands on the internal page, with margin and room above the floor', () => {
    const events = [{ at: '2026-03-01', credits: 200 }];
    const quote = quoteOf(scenarioDocument({ usage: { events } }));
    const internal = internalView(quote, notes, 2);
    // 12 × 299 + 50 × 4 = 3788; 200 credits at 1.2345 cost 246.90.
    expect(internal).toEqual({ ...notes, cost: '246.90', margin: '3541.10', marginPercent: '93.5', room: '800.35' });
    const text = quoteHtml(quote, { ...page, internal });
    for (const said of [notes.notes, '1.2345', '2,987.65', '3,541.10', 'not for the customer'])
      expect(text).toContain(said);
  });

  it('is nowhere in the page of the customer, nor in the sealed file', () => {
    const quote = quoteOf(scenarioDocument({ usage: { events: [{ at: '2026-03-01', credits: 200 }] } }));
    const internal = internalView(quote, notes, 2);
    for (const text of [quoteHtml(quote, page), quoteText(quote)]) {
      for (const secret of Object.values(internal)) {
        expect(text).not.toContain(secret!);
      }
      expect(text).not.toMatch(/push them|1\.2345|2,?987\.65|[Ii]nternal|INTERNAL|Margin|Floor/);
      expect(text).not.toContain('not for the customer');
    }
  });
});
