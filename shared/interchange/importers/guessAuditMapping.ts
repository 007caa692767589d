import { rowKinds, type RowColumn } from '../../ledger/row.ts';
import type { AuditMapping, MappedNumbers, mappedPools } from '../auditMapping.ts';
import type { ForeignHead } from './foreignHead.ts';
import {
  fitting,
  invoiceNames,
  kindWords,
  ledgerNames,
  lineWords,
  plainName,
  poolWords,
  usageNames,
} from './foreignWords.ts';
import { guessNumbers, guessTime } from './guessForms.ts';
import { guessMarks } from './guessMarks.ts';
import { plainNumber } from './mappedText.ts';
import { isSecretName } from './redact.ts';

/** What a foreign file is mapped as. */
export type MappedRole = 'ledger' | 'usage' | 'invoices';

/** A map to begin with, and what about it the user should look at. */
export interface GuessedMapping {
  readonly mapping: AuditMapping;
  readonly doubts: readonly string[];
}

/** The words of a column of the whole file, each once. */
export type WordsOfColumn = (column: string) => readonly string[] | undefined;

/**
 * The map that names and values of the columns suggest. It need not be whole: the user completes it. Of `words` those are taken
 * that the head does not show.
 */
export function guessAuditMapping(
  columnsAndRows: ForeignHead,
  role: MappedRole,
  words: WordsOfColumn = () => undefined,
): GuessedMapping {
  const head: HeadWithWords = { ...columnsAndRows, words };
  if (role === 'ledger') return guessLedger(head);
  return role === 'usage' ? guessUsage(head) : guessInvoices(head);
}

/** What a file most likely is, by the names of its columns; null where they tell nothing. */
export function guessRole({ columns }: Pick<ForeignHead, 'columns'>): MappedRole | null {
  const count = (names: readonly (readonly [string, RegExp])[]) => new Set(columnsOf(names, columns).keys());
  const ledger = count(ledgerNames);
  const invoices = count(invoiceNames);
  const usage = count(usageNames);
  const saysInvoice = columns.some((name) => /invoice|rechnung|facture/.test(plainName(name)));
  if (saysInvoice && invoices.has('amount') && invoices.has('issuedAt')) return 'invoices';
  const draws = ['included', 'prepaid', 'flex', 'includedAfter', 'prepaidAfter', 'pool'].some((name) =>
    ledger.has(name),
  );
  if (ledger.has('at') && draws) return 'ledger';
  if (['number', 'issuedAt', 'kind', 'amount'].every((name) => invoices.has(name)) && invoices.has('unitPrice')) {
    return 'invoices';
  }
  if (usage.has('at') && usage.has('meter') && usage.has('quantity')) return 'usage';
  if (ledger.has('at') && ledger.has('kind') && (ledger.has('credits') || ledger.has('draw'))) return 'ledger';
  return usage.has('at') && usage.has('credits') ? 'usage' : null;
}

type HeadWithWords = ForeignHead & { readonly words: WordsOfColumn };

const blank = {
  format: 'drawdown.audit-map/1',
  delimiter: ',',
  columns: {},
  time: { form: 'iso' },
  decimalComma: false,
  drawSign: 'positive',
  unit: 'credits',
} as const satisfies AuditMapping;

/** Each of our columns with the file's that is named like it; no column of the file is taken twice. */
function columnsOf<Column extends string>(
  names: readonly (readonly [Column, RegExp])[],
  columns: readonly string[],
): Map<Column, string> {
  const found = new Map<Column, string>();
  const taken = new Set<string>();
  for (const [column, pattern] of names) {
    const name = columns.find((each) => !taken.has(each) && !isSecretName(each) && pattern.test(plainName(each)));
    if (name === undefined) continue;
    taken.add(name);
    found.set(column, name);
  }
  return found;
}

function valuesOf({ columns, rows }: ForeignHead, names: Iterable<string | undefined>): string[] {
  const places = [...names].flatMap((name) => (name === undefined ? [] : [columns.indexOf(name)]));
  return rows.flatMap((row) => places.map((place) => row[place] ?? ''));
}

/** The words of a column, each once. */
function wordsOf(head: HeadWithWords, name: string): string[] {
  const words = [...valuesOf(head, [name]), ...(head.words(name) ?? [])].map((word) => word.trim());
  return [...new Set(words)].filter((word) => word !== '').slice(0, 100);
}

const notAmounts = new Set<string>([
  'at',
  'kind',
  'id',
  'seq',
  'meter',
  'pool',
  'rule',
  'cause',
  'flags',
  'number',
  'issuedAt',
]);

function formsOfHead(head: ForeignHead, found: ReadonlyMap<string, string>, at: string) {
  const doubts: string[] = [];
  const time = guessTime(valuesOf(head, [found.get(at)]));
  const amounts = [...found].filter(([column]) => !notAmounts.has(column)).map(([, name]) => name);
  const { bare, doubts: ofMarks, ...marks } = guessMarks(valuesOf(head, amounts));
  const { doubt, decimalComma, thousands } = guessNumbers(bare);
  if (time?.doubt) doubts.push(time.doubt);
  if (doubt) doubts.push(doubt);
  doubts.push(...ofMarks);
  const numbers = { decimalComma, ...(thousands === undefined ? {} : { thousands }), ...marks };
  return { forms: { time: { form: time?.form ?? 'iso' }, ...numbers }, doubts };
}

function guessLedger(head: HeadWithWords): GuessedMapping {
  const delimiter = head.delimiter ?? blank.delimiter;
  const found = columnsOf(ledgerNames, head.columns);
  const pool = found.get('pool');
  if (pool === undefined) withoutDraw(found);
  const { forms, doubts } = formsOfHead(head, found, 'at');
  const columns = Object.fromEntries([...found].filter(([column]) => column !== 'draw' && column !== 'pool'));
  const kind = found.get('kind');
  const kinds = kind === undefined ? null : kindsOf(wordsOf(head, kind), kindWords, rowKinds);
  const draw =
    pool !== undefined && found.has('draw')
      ? { column: found.get('draw')!, pool, pools: poolsOf(wordsOf(head, pool)) }
      : null;
  const isCents = [...found.values()].some((name) => /cent/.test(plainName(name)));
  return {
    mapping: {
      ...blank,
      delimiter,
      columns: columns as Partial<Record<RowColumn, string>>,
      ...(kinds ? { kinds } : kind === undefined ? { kind: 'use' as const } : {}),
      ...forms,
      drawSign: isNegative(head, found, { kinds, numbers: forms }) ? 'negative' : 'positive',
      unit: isCents ? 'cents' : 'credits',
      ...(draw ? { draw } : {}),
    },
    doubts,
  };
}

/** Without a column of pools, what was taken for the draw are the credits of a row. */
function withoutDraw(found: Map<string, string>): void {
  const draw = found.get('draw');
  found.delete('draw');
  if (draw !== undefined && !found.has('credits')) found.set('credits', draw);
}

/** Words as kinds; null where they are our own already. Words that suggest nothing are left for the user. */
function kindsOf<Kind extends string>(
  words: readonly string[],
  known: readonly (readonly [Kind, RegExp])[],
  own: readonly string[],
): Record<string, Kind> | null {
  if (words.length > 0 && words.every((word) => own.includes(word))) return null;
  return Object.fromEntries(
    words.flatMap((word) => {
      const kind = own.includes(word) ? (word as Kind) : fitting(known, word);
      return kind === undefined ? [] : [[word, kind]];
    }),
  );
}

function poolsOf(words: readonly string[]): Record<string, (typeof mappedPools)[number]> {
  return kindsOf(words, poolWords, []) ?? {};
}

/** Whether rows of usage show what they draw below zero. */
function isNegative(
  head: ForeignHead,
  found: ReadonlyMap<string, string>,
  { kinds, numbers }: { readonly kinds: Readonly<Record<string, string>> | null; readonly numbers: MappedNumbers },
): boolean {
  const kindAt = head.columns.indexOf(found.get('kind') ?? '');
  const kindIn = (word: string): string | undefined =>
    kinds === null ? word : Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  const draws = ['draw', 'credits', 'included', 'prepaid', 'flex'].flatMap((column) => {
    const name = found.get(column);
    return name === undefined ? [] : [head.columns.indexOf(name)];
  });
  return head.rows.some((row) => {
    const isUse = kindAt < 0 || kindIn(row[kindAt]!.trim()) === 'use';
    return isUse && draws.some((place) => /^-.*[1-9]/.test(plainNumber(row[place]!, numbers) ?? ''));
  });
}

function guessUsage(head: HeadWithWords): GuessedMapping {
  const found = columnsOf(usageNames, head.columns);
  if (found.has('meter') && found.has('quantity')) found.delete('credits');
  else if (found.has('credits')) for (const column of ['meter', 'quantity'] as const) found.delete(column);
  const { forms, doubts } = formsOfHead(head, found, 'at');
  const usage = { delimiter: head.delimiter ?? blank.delimiter, columns: Object.fromEntries(found) };
  return { mapping: { ...blank, ...forms, usage }, doubts };
}

function guessInvoices(head: HeadWithWords): GuessedMapping {
  const found = columnsOf(invoiceNames, head.columns);
  const { forms, doubts } = formsOfHead(head, found, 'issuedAt');
  const kind = found.get('kind');
  const own = ['subscription', 'prepaid', 'flex', 'final-flex', 'total'];
  const kinds = kind === undefined ? null : kindsOf(wordsOf(head, kind), lineWords, own);
  const invoices = {
    delimiter: head.delimiter ?? blank.delimiter,
    columns: Object.fromEntries(found),
    ...(kinds ? { kinds } : {}),
  };
  return { mapping: { ...blank, ...forms, invoices }, doubts };
}
