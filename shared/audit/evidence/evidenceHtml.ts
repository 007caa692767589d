import type { Evidence } from './evidence.ts';
import { evidenceStyle } from './evidenceStyle.ts';
import { factsSection } from './factsSection.ts';
import { findingsSection, rulesSection } from './findingsSection.ts';
import { htmlPage } from '../../base/htmlPage.ts';
import { html } from '../../base/markup.ts';
import { explanationsSection, moneySection, tieOutSection } from './moneySection.ts';
import { exceptionsSection } from './exceptionsSection.ts';
import { papersSection } from './papersSection.ts';
import { reconciliationSection } from './reconciliationSection.ts';
import { sampleSection } from './sampleSection.ts';
import { sourcesSection } from './sourcesSection.ts';
import { uncheckedSection } from './uncheckedSection.ts';
import { verdictSection } from './verdictSection.ts';

/**
 * A report on an audit as one HTML file that opens without the app and prints with page numbers: no scripts, no network, every text of
 * the audited files escaped. The same audit gives the same bytes.
 */
export function evidenceHtml(evidence: Evidence): string {
  const title = `Audit of ${evidence.name}`;
  const { period, versions, timeZone, currency } = evidence;
  const dates = `${period.from} until ${period.until}`;
  const margins = { title, period: dates, head: headText(evidence), versions: versionsText(versions) };
  const sections = [
    verdictSection,
    factsSection,
    moneySection,
    reconciliationSection,
    explanationsSection,
    tieOutSection,
    findingsSection,
    exceptionsSection,
    sampleSection,
    papersSection,
    sourcesSection,
    uncheckedSection,
    rulesSection,
  ];
  const body = html`<title>${title}</title>
    <body>
      <main>
        <h1>${title}</h1>
        <p class="muted">${dates}, ${timeZone}, in ${currency}</p>
        ${sections.map((section) => section(evidence))}
      </main>
    </body>`;
  return htmlPage({ style: evidenceStyle(margins), body });
}

function versionsText({ engine, policy: rules }: Evidence['versions']): string {
  return `${engine}, rules ${rules}`;
}

/** What binds a printed page to the ledger: the head of its chain, else the hash of the file. */
function headText({ head, sources }: Evidence): string {
  if (head !== null) return `head ${head}`;
  const source = sources.find(({ role }) => role === 'ledger') ?? sources.find(({ role }) => role === 'invoices');
  return source ? `${source.role} SHA-256 ${source.sha256}` : '';
}
