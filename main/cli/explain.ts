import { monthTexts } from '../../shared/engine/series.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { why } from '../../shared/engine/why.ts';
import type { WhyNode } from '../../shared/engine/whyNode.ts';
import { whyTarget, type WhyTarget } from '../../shared/engine/whyTarget.ts';
import { exitCode, UsageError, type Command } from './command.ts';
import { parseFileCommand, wholeNumber } from './parse.ts';
import { plainText } from './plainText.ts';
import { runCleanFile } from './runCleanFile.ts';

export const explainUsage = `drawdown explain FILE [--invoice N [--line N] | --month YYYY-MM [--figure NAME] | --row N | --figure NAME] [--json]
  Prints why a figure is what it is, as a tree down to the usage rows. Figures of the bill: total, subscription, prepaid,
  flex; of a month: included, prepaid, flex, blocked, invoiced; of credits: granted, expired, forfeited, purchased,
  adjusted, dropped, billedFlex, blocked.`;

const options = {
  invoice: { type: 'string' },
  line: { type: 'string' },
  month: { type: 'string' },
  row: { type: 'string' },
  figure: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Prints the reason of one figure. */
export const explainCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, options);
  const asked = values as Readonly<Partial<Record<keyof typeof options, string>>>;
  checkChoice(asked);
  const outcome = await runCleanFile(file, io);
  if ('exit' in outcome) return outcome.exit;
  const node = why(outcome.run, targetOf(asked, outcome.run));
  if (!node) throw new UsageError('the bill has no such figure');
  io.stdout(values['json'] ? `${JSON.stringify(node, null, 2)}\n` : treeText(node));
  return exitCode.fine;
};

type Asked = Readonly<Partial<Record<keyof typeof options, string>>>;

function checkChoice({ invoice, line, month, row, figure }: Asked): void {
  const chosen = [invoice, month, row].filter((each) => each !== undefined).length;
  if (chosen > 1) throw new UsageError('choose one of --invoice, --month and --row');
  if (line !== undefined && invoice === undefined) throw new UsageError('--line needs --invoice');
  if (figure !== undefined && (invoice ?? row) !== undefined)
    throw new UsageError('--figure goes with --month or alone');
}

function targetOf({ invoice, line, month, row, figure }: Asked, run: Run): WhyTarget {
  if (invoice !== undefined) {
    const number = wholeNumber(invoice, 'invoice', 1);
    if (line === undefined) return { kind: 'invoice', invoice: number };
    return { kind: 'line', invoice: number, line: wholeNumber(line, 'line', 1) - 1 };
  }
  if (row !== undefined) return { kind: 'row', row: wholeNumber(row, 'row', 1) };
  if (month !== undefined) {
    const index = monthTexts(run).findIndex(({ label }) => label === month);
    if (index < 0) throw new UsageError(`the horizon has no month "${month}" (as 2026-05)`);
    return figureOf({ kind: 'month', month: index, figure: figure ?? 'invoiced' });
  }
  const name = figure ?? 'total';
  const kind = ['total', 'subscription', 'prepaid', 'flex'].includes(name) ? 'money' : 'credits';
  return figureOf({ kind, figure: name });
}

function figureOf(target: { readonly kind: string; readonly figure: string; readonly month?: number }): WhyTarget {
  const checked = whyTarget.safeParse(target);
  if (!checked.success) throw new UsageError(`there is no figure "${target.figure}" here: see drawdown help explain`);
  return checked.data;
}

/** The tree in lines: the figure and its sum first, then its rule, then what it followed from. */
export function treeText(root: WhyNode): string {
  const lines: string[] = [];
  const add = (node: WhyNode, first: string, rest: string): void => {
    lines.push(
      `${first}${node.title}${node.figure === '' ? '' : `: ${node.figure}`}${node.rule ? `  [${node.rule}]` : ''}`,
    );
    const inner = node.children.length > 0 || node.more > 0 ? `${rest}│ ` : `${rest}  `;
    if (node.arithmetic) lines.push(`${inner}= ${node.arithmetic}`);
    if (node.row !== null || node.path) lines.push(`${inner}${whereText(node)}`);
    node.children.forEach((child, index) => {
      const last = index === node.children.length - 1 && node.more === 0;
      add(child, `${rest}${last ? '└ ' : '├ '}`, `${rest}${last ? '  ' : '│ '}`);
    });
    if (node.more > 0) lines.push(`${rest}└ and ${node.more} more`);
  };
  add(root, '', '');
  const rules = [...rulesOf(root)].sort((a, b) => Number(a[0].slice(1)) - Number(b[0].slice(1)));
  return `${[...lines, '', ...rules.map(([rule, text]) => `${rule}: ${text}`)].map(plainText).join('\n')}\n`;
}

function whereText({ row, path }: WhyNode): string {
  return [...(row === null ? [] : [`row ${row}`]), ...(path ? [path] : [])].join(', ');
}

function rulesOf(node: WhyNode): Map<string, string> {
  const rules = new Map<string, string>(node.rule && node.ruleText ? [[node.rule, node.ruleText]] : []);
  for (const child of node.children) for (const [rule, text] of rulesOf(child)) rules.set(rule, text);
  return rules;
}
