import { pageMargins } from '../../../base/htmlPage.ts';
import type { Quote } from '../quoteSchema.ts';

/** The style of a quote, with the margins of its printed pages. */
export function quoteStyle(title: string, { quote, hash, versions, sample }: Quote, isInternal: boolean): string {
  const margins = pageMargins({
    title: isInternal ? `INTERNAL, not for the customer: ${title}` : title,
    period: `valid until ${quote.validUntil}`,
    head: `sealed as ${hash}`,
    versions: `${versions.engine}, rules ${versions.policy}, ${sample.paths} paths, seed ${sample.seed}`,
  });
  return `${screen}
${quote.brand?.accent ? `:root { --accent: ${quote.brand.accent}; }` : ''}
${isInternal ? marked : ''}
${margins}
${print}`;
}

const screen = `:root { color-scheme: light; --ink: #1b2430; --muted: #535c69; --line: #dde1e7; --accent: #1f5f8b; --wash: #f1f6fa; --warn: #7a5200; --bad: #a3261b; --good: #17643a; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef0f3; color: var(--ink); font: 14px/1.5 Inter, system-ui, 'Segoe UI', sans-serif; }
main { max-width: 860px; margin: 32px auto; padding: 48px 56px; background: #fff; box-shadow: 0 1px 4px #0002; }
header { display: flex; justify-content: space-between; gap: 32px; padding-bottom: 20px; border-bottom: 2px solid var(--accent); }
header p { margin: 0; }
.logo { display: block; max-width: 240px; max-height: 72px; margin-bottom: 10px; }
.seller { color: var(--accent); font-weight: 600; letter-spacing: .02em; overflow-wrap: anywhere; }
h1 { margin: 4px 0 2px; font-size: 26px; font-weight: 600; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 36px 0 8px; font-size: 16px; font-weight: 600; }
h3 { margin: 16px 0 4px; font-size: 13px; font-weight: 600; }
p { margin: 6px 0; }
.muted { color: var(--muted); }
.small { font-size: 12.5px; }
.notes { white-space: pre-wrap; overflow-wrap: anywhere; }
dl.facts { display: grid; grid-template-columns: max-content auto; gap: 1px 14px; margin: 0; font-size: 13px; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.total { margin: 24px 0 0; padding: 20px 24px; background: var(--wash); border-radius: 6px; }
.total h2 { margin: 0; color: var(--muted); font-size: 13px; font-weight: 500; }
.total .amount { margin: 0 0 10px; font-size: 34px; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.range { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 0; padding: 12px 0 0; border-top: 1px solid var(--line); }
.range div { display: flex; flex-direction: column-reverse; }
.range dt { font-size: 12px; }
.range dd { font-size: 17px; font-weight: 600; font-variant-numeric: tabular-nums; }
.parts { margin-top: 10px; color: var(--muted); font-size: 13px; }
.warning { margin: 16px 0 0; padding: 8px 14px; border-left: 4px solid #c88a00; background: #fdf6e5; color: var(--warn); }
.not-modelled { margin: 16px 0 0; padding: 2px 0 2px 14px; border-left: 4px solid var(--line); font-size: 12.5px; }
.not-modelled h2 { margin: 0; font-size: 13px; }
.not-modelled ul { margin: 2px 0; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
caption { padding: 0 0 4px; color: var(--muted); font-size: 12.5px; text-align: left; }
th { color: var(--muted); font-weight: 500; text-align: left; }
th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid #aeb6c1; vertical-align: bottom; }
tbody th { color: inherit; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; overflow-wrap: normal; }
.date { width: 8em; white-space: nowrap; }
.assumed { table-layout: fixed; }
.assumed th:nth-child(1) { width: 24%; }
.assumed th:nth-child(3) { width: 30%; }
.scroll { overflow-x: auto; }
.up { color: var(--bad); }
.down { color: var(--good); }
.hash, code { font: 12px ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
ul { margin: 6px 0; padding-left: 18px; }
figure { margin: 8px 0 16px; }
figcaption { color: var(--muted); font-size: 12.5px; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--muted); font: 11px system-ui, sans-serif; }
.seal { margin-top: 36px; padding-top: 4px; border-top: 2px solid var(--accent); }
.seal h2 { margin-top: 12px; }
@media (max-width: 640px) { main { margin: 0; padding: 24px 20px; } header { flex-direction: column; } }`;

const print = `@media print {
  body { background: none; font-size: 9.5pt; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  h1 { font-size: 17pt; }
  h2 { margin-top: 14pt; font-size: 11.5pt; break-after: avoid; }
  .total { margin-top: 10pt; padding: 10pt 14pt; print-color-adjust: exact; }
  .total .amount { font-size: 22pt; }
  .range dd { font-size: 12pt; }
  table, dl.facts { font-size: 8.5pt; }
  .small, .not-modelled, caption, figcaption, .parts { font-size: 8pt; }
  thead { display: table-header-group; }
  tr, figure, .total, .not-modelled, .warning { break-inside: avoid; }
  .scroll { overflow: visible; }
  .hash, code { font-size: 7pt; }
}`;

/** For the internal page alone. */
const marked = `@media screen { .internal { margin: -48px -56px 32px; padding: 20px 56px; } }
.internal { border-bottom: 3px solid var(--bad); background: #fdf1ef; }
.internal h2 { margin: 0 0 6px; color: var(--bad); }`;
