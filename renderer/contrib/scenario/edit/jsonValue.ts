/** A number by its decimal text, so that no amount passes through binary arithmetic on its way into a document. */
export interface NumberText {
  readonly number: string;
}

/** A JSON value to write. Numbers are text; members that are undefined are left out. */
export type JsonValue =
  string | boolean | null | NumberText | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

export type JsonPath = readonly (string | number)[];

/** The members of an object to write. */
export type JsonMembers = Readonly<Record<string, JsonValue | undefined>>;

export function isNumberText(value: JsonValue): value is NumberText {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return typeof (value as NumberText).number === 'string' && Object.keys(value).length === 1;
}

/** A number of ours, such as a default. Amounts that somebody typed keep their text: `decimalValue`. */
export function number(value: number): NumberText {
  return { number: String(value) };
}
