import { pageMargins, type PageMargins } from '../../base/htmlPage.ts';

/** The style of a report, with the margins of its printed pages. */
export function evidenceStyle(margins: PageMargins): string {
  return `${screen}
${pageMargins(margins)}
${print}`;
}

const screen = `:root { color-scheme: light; --line: #d5d8dd; --muted: #545b66; --bad: #a3261b; --good: #17643a; --warn: #7a5200; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f4f6; color: #1c2026; font: 14px/1.45 system-ui, 'Segoe UI', sans-serif; }
main { max-width: 1080px; margin: 24px auto; padding: 32px 40px; background: #fff; border: 1px solid var(--line); }
h1 { margin: 0 0 4px; font-size: 24px; font-weight: 600; }
h2 { margin: 32px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); font-size: 16px; font-weight: 600; }
p { margin: 6px 0; }
.muted { color: var(--muted); }
.verdict { margin: 16px 0; padding: 12px 16px; border-left: 4px solid var(--warn); background: #fbf6e9; font-size: 16px; }
.verdict.clean { border-color: var(--good); background: #eaf5ee; }
.verdict.findings { border-color: var(--bad); background: #fbeeec; }
.verdict p { font-size: 14px; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
th { color: var(--muted); font-weight: 600; text-align: left; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; vertical-align: top; }
.wide { white-space: nowrap; }
tbody th { color: inherit; font-weight: 500; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.hash, code { font: 12px ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); }
.warn { color: var(--warn); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 20px; margin: 8px 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 6px 0; padding-left: 20px; }`;

const print = `@media print {
  body { background: none; font-size: 9.5pt; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  h1 { font-size: 16pt; }
  h2 { margin-top: 14pt; font-size: 11.5pt; break-after: avoid; }
  table { font-size: 8pt; }
  td { min-width: 5em; overflow-wrap: anywhere; }
  .number { min-width: 0; }
  .wide { font-size: 5.5pt; white-space: normal; }
  .wide th, .wide td { min-width: 0; padding-right: 4px; }
  thead { display: table-header-group; }
  tr, .verdict { break-inside: avoid; }
  .scroll { overflow: visible; }
  .hash, code { font-size: 7pt; }
}`;
