import { cssString, type Markup } from './markup.ts';

/** Nothing is loaded, run or sent; the style is in the file, and so are its images where it has any. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const policyWithImages = `${policy}; img-src data:`;

interface PageParts {
  readonly style: string;
  readonly body: Markup;
  /** It shows images that are in the file. */
  readonly images?: boolean;
}

/**
 * A page of its own as one HTML file that opens anywhere: no scripts, no network, and a policy in the file that forbids both.
 * `body` holds its title and its body. No time and no randomness: the same parts give the same bytes.
 */
export function htmlPage({ style, body, images = false }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${images ? policyWithImages : policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<style>
${style}
</style>
${body.text}
</html>
`;
}

/** What stands in the margins of every printed page. */
export interface PageMargins {
  readonly title: string;
  readonly period: string;
  /** What binds the page to a file: a hash, or what stands for it. */
  readonly head: string;
  readonly versions: string;
}

/** The style of printed pages with their margins: `page x of y` is counted by whatever prints. */
export function pageMargins({ title, period, head, versions }: PageMargins): string {
  return `@page {
  size: A4;
  margin: 20mm 14mm 18mm;
  @top-left { content: ${cssString(cut(title))}; ${small} }
  @top-right { content: ${cssString(period)}; ${small} }
  @bottom-left { content: ${cssString(head)} "\\a " ${cssString(versions)}; white-space: pre; ${small} ${mono} }
  @bottom-right { content: "page " counter(page) " of " counter(pages); ${small} }
}`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const small = 'font: 7.5pt system-ui, sans-serif; color: #444;';
const mono = 'font-family: ui-monospace, monospace; font-size: 6.5pt;';
