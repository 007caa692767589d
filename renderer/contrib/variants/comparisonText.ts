import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';

/** A change as it stands in the text: any JSON values, right or wrong. */
export type WrittenChange = Readonly<Record<string, unknown>>;

/** A variant as it stands in the text. */
export interface WrittenVariant {
  readonly name: string;
  /** Null: the base. */
  readonly scenario: string | null;
  readonly changes: readonly WrittenChange[];
}

/** What the form needs of a comparison's text. */
export interface WrittenComparison {
  readonly name: string;
  readonly base: string;
  readonly variants: readonly WrittenVariant[];
}

/** Reads the text as it is, good or not; null where it is no JSON object. */
export function readComparison(text: string): WrittenComparison | null {
  const errors: ParseError[] = [];
  const root: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || !isRecord(root)) return null;
  const variants = Array.isArray(root['variants']) ? root['variants'] : [];
  return { name: textOf(root['name']), base: textOf(root['base']), variants: variants.map(variantOf) };
}

/** Sets what stands at a path, in the layout of the text; undefined removes it. */
export function setAt(text: string, path: readonly (string | number)[], value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: layout }));
}

/** Puts a value into a list before the item at `index`. */
export function insertAt(text: string, path: readonly (string | number)[], value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: layout, isArrayInsertion: true }));
}

/** A typed figure as JSON: a number where binary holds exactly what was typed, else its text, which the format reads digit by digit. */
export function figureOf(typed: string): number | string {
  const plain = typed.trim().replaceAll(',', '');
  return plain !== '' && String(Number(plain)) === plain ? Number(plain) : plain;
}

/** A name that no other variant has. */
export function freeName(wanted: string, variants: readonly WrittenVariant[]): string {
  const taken = new Set(variants.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name)) return name;
  }
}

const layout = { insertSpaces: true, tabSize: 2 } as const;

function variantOf(value: unknown): WrittenVariant {
  if (!isRecord(value)) return { name: '', scenario: null, changes: [] };
  const { name, scenario, changes } = value;
  return {
    name: textOf(name),
    scenario: typeof scenario === 'string' ? scenario : null,
    changes: (Array.isArray(changes) ? changes : []).map((change) => (isRecord(change) ? change : {})),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
