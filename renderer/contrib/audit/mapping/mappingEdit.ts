import type { AuditMapping } from '../../../../shared/rpc/auditViews.ts';
import type { MappedRole } from './mappedFile.ts';

/** How a file's times and numbers are written. */
export type Forms = Pick<AuditMapping, 'time' | 'decimalComma' | 'thousands' | 'currency' | 'parentheses'>;

type Pools = NonNullable<AuditMapping['draw']>['pools'];
export type Pool = Pools[string];

/** A record with a word set, or taken out by null. */
function withWord<Value>(
  words: Readonly<Record<string, Value>> | undefined,
  word: string,
  value: Value | null,
): Record<string, Value> {
  const others = Object.entries(words ?? {}).filter(([each]) => each !== word);
  return Object.fromEntries(value === null ? others : [...others, [word, value]]);
}

/** The columns of a role by our names. */
export function columnsOf(mapping: AuditMapping, role: MappedRole): Readonly<Record<string, string | undefined>> {
  if (role === 'ledger') return mapping.columns;
  return (role === 'usage' ? mapping.usage : mapping.invoices)?.columns ?? {};
}

/** The map with one of our columns read from another of the file's; empty for none. */
export function withColumn(
  mapping: AuditMapping,
  role: MappedRole,
  [column, name]: readonly [string, string],
): AuditMapping {
  const columns = withWord(columnsOf(mapping, role) as Record<string, string>, column, name === '' ? null : name);
  if (role === 'ledger') return { ...mapping, columns };
  if (role === 'usage') return { ...mapping, usage: { delimiter: ',', ...mapping.usage, columns } };
  return { ...mapping, invoices: { delimiter: ',', ...mapping.invoices, columns } };
}

export function delimiterOf(mapping: AuditMapping, role: MappedRole): AuditMapping['delimiter'] {
  if (role === 'ledger') return mapping.delimiter;
  return (role === 'usage' ? mapping.usage : mapping.invoices)?.delimiter ?? ',';
}

export function withDelimiter(
  mapping: AuditMapping,
  role: MappedRole,
  delimiter: AuditMapping['delimiter'],
): AuditMapping {
  if (role === 'ledger') return { ...mapping, delimiter };
  if (role === 'usage') return { ...mapping, usage: { columns: {}, ...mapping.usage, delimiter } };
  return { ...mapping, invoices: { columns: {}, ...mapping.invoices, delimiter } };
}

/** How the times and numbers of a role's file are written: as its own part says, else as the map as a whole. */
export function formsOf(mapping: AuditMapping, role: MappedRole): Forms {
  const part = role === 'ledger' ? undefined : role === 'usage' ? mapping.usage : mapping.invoices;
  const { decimalComma = false, thousands, currency, parentheses } = part?.decimalComma === undefined ? mapping : part;
  return stated({ time: part?.time ?? mapping.time, decimalComma, thousands, currency, parentheses });
}

/** The forms that a map states: none of them is undefined. */
function stated(forms: { [Name in keyof Forms]: Forms[Name] | undefined }): Forms {
  return Object.fromEntries(Object.entries(forms).filter(([, form]) => form !== undefined)) as Forms;
}

/** The map with other forms of a role's file; what is undefined is not stated any more. */
export function withForms(
  mapping: AuditMapping,
  role: MappedRole,
  change: { [Name in keyof Forms]?: Forms[Name] | undefined },
): AuditMapping {
  const forms = stated({ ...formsOf(mapping, role), ...change } as Forms);
  if (role === 'ledger') return { ...withoutForms(mapping), ...forms };
  if (role === 'usage')
    return { ...mapping, usage: { delimiter: ',', columns: {}, ...withoutForms(mapping.usage ?? {}), ...forms } };
  return { ...mapping, invoices: { delimiter: ',', columns: {}, ...withoutForms(mapping.invoices ?? {}), ...forms } };
}

const formNames: ReadonlySet<string> = new Set<keyof Forms>([
  'time',
  'decimalComma',
  'thousands',
  'currency',
  'parentheses',
]);

function withoutForms<Part extends Partial<Forms>>(part: Part): Omit<Part, keyof Forms> {
  const others = Object.entries(part).filter(([name]) => !formNames.has(name));
  return Object.fromEntries(others) as Omit<Part, keyof Forms>;
}

/** The map in which a word of the file stands for a kind of rows or lines; null: a row of that word cannot be read. */
export function withKind(
  mapping: AuditMapping,
  role: MappedRole,
  [word, kind]: readonly [string, string | null],
): AuditMapping {
  if (role === 'ledger') {
    return { ...mapping, kinds: withWord(mapping.kinds, word, kind) as NonNullable<AuditMapping['kinds']> };
  }
  const invoices = { delimiter: ',' as const, columns: {}, ...mapping.invoices };
  const kinds = withWord(invoices.kinds, word, kind) as NonNullable<typeof invoices.kinds>;
  return { ...mapping, invoices: { ...invoices, kinds } };
}

export function kindsOf(mapping: AuditMapping, role: MappedRole): Readonly<Record<string, string>> | undefined {
  return role === 'ledger' ? mapping.kinds : role === 'invoices' ? mapping.invoices?.kinds : undefined;
}

/** The map in which a word of the file names another meter; its own name or nothing takes the entry out. */
export function withMeter(mapping: AuditMapping, word: string, meter: string): AuditMapping {
  return { ...mapping, meters: withWord(mapping.meters, word, meter === '' || meter === word ? null : meter) };
}

/** The map of a ledger that has one column of draws with the pool beside it, or one column for each pool. */
export function withOneDraw(mapping: AuditMapping, one: boolean, columns: readonly string[]): AuditMapping {
  const { draw: _, ...rest } = mapping;
  if (!one) return rest;
  const [first = '', second = first] = columns.filter((name) => !Object.values(mapping.columns).includes(name));
  return { ...rest, draw: { column: first, pool: second, pools: {} } };
}

/** The map with the one column of draws, or the column of its pools, another. */
export function withDrawColumn(mapping: AuditMapping, part: 'column' | 'pool', name: string): AuditMapping {
  return mapping.draw ? { ...mapping, draw: { ...mapping.draw, [part]: name } } : mapping;
}

/** The map in which a word names a pool. */
export function withPool(mapping: AuditMapping, word: string, pool: Pool | null): AuditMapping {
  if (!mapping.draw) return mapping;
  return { ...mapping, draw: { ...mapping.draw, pools: withWord(mapping.draw.pools, word, pool) as Pools } };
}

/** The map of a ledger whose rows all have one kind, where no column tells it. */
export function withOneKind(mapping: AuditMapping, kind: string): AuditMapping {
  const { kind: _, ...rest } = mapping;
  return kind === '' ? rest : ({ ...rest, kind } as AuditMapping);
}

/** The map with amounts in credits, or in hundredths of the currency. */
export function withUnit(mapping: AuditMapping, unit: AuditMapping['unit'], centsPerCredit = ''): AuditMapping {
  const { centsPerCredit: _, ...rest } = mapping;
  return { ...rest, unit, ...(unit === 'cents' && centsPerCredit !== '' ? { centsPerCredit } : {}) };
}
