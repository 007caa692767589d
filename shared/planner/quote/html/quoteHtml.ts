import { htmlPage } from '../../../base/htmlPage.ts';
import { html, type Markup } from '../../../base/markup.ts';
import type { InternalView } from '../internalView.ts';
import type { Quote } from '../quoteSchema.ts';
import { assumptionsSection, notModelledSection } from './assumptionsSection.ts';
import { atZeroSection, creditSection, plansSection, prepaidSection, stepsSection } from './termsSections.ts';
import { comparedSection } from './comparedSection.ts';
import { conditionsSection, headSection, notesSection } from './headSection.ts';
import { internalSection } from './internalSection.ts';
import { driversSection, monthsSection, runOutSection } from './figuresSections.ts';
import { quoteStyle } from './quoteStyle.ts';
import { sealSection } from './sealSection.ts';
import { sinceSection } from './sinceSection.ts';
import { totalSection } from './totalSection.ts';

/** What a page shows besides the quote itself. */
export interface QuotePage {
  /** Name of the sealed file that belongs to it; null: it is not known. */
  readonly sealedFile: string | null;
  /** The seller's own view; null on the customer's page, which then holds nothing of it. */
  readonly internal: InternalView | null;
}

/**
 * A quote as one HTML file that opens without the app and prints with page numbers: no scripts, no network, every text escaped. The
 * same quote gives the same bytes.
 */
export function quoteHtml(quote: Quote, page: QuotePage): string {
  const { number, version, customer } = quote.quote;
  const title = `Quote ${number}, version ${version}${customer === '' ? '' : `, for ${customer}`}`;
  const sections: readonly ((quote: Quote) => Markup | null)[] = [
    headSection,
    totalSection,
    notModelledSection,
    comparedSection,
    notesSection,
    plansSection,
    stepsSection,
    prepaidSection,
    atZeroSection,
    creditSection,
    monthsSection,
    runOutSection,
    driversSection,
    sinceSection,
    assumptionsSection,
    conditionsSection,
  ];
  const body = html`<title>${title}</title>
    <body>
      <main>
        ${page.internal && internalSection(page.internal, quote)} ${sections.map((section) => section(quote))}
        ${sealSection(quote, page.sealedFile)}
      </main>
    </body>`;
  const style = quoteStyle(title, quote, page.internal !== null);
  return htmlPage({ style, body, images: Boolean(quote.quote.brand?.logo) });
}
