import { z } from 'zod';
import type { JsonNode } from '../base/jsonNode.ts';

/** Why one value of a document was refused. */
export class ScalarFault {
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  readonly suggestion: string | undefined;

  constructor(code: string, message: string, expected: string, suggestion?: string) {
    this.code = code;
    this.message = message;
    this.expected = expected;
    this.suggestion = suggestion;
  }
}

/** Reads one value of a document from its JSON node. */
export type ScalarReader<T> = (node: JsonNode) => T | ScalarFault;

/** The readers of the schema's leaves, by schema. */
export const scalarReaders = z.registry<{ readonly read: ScalarReader<unknown> }>();

/**
 * A leaf of a document's schema: how it is read, and its JSON Schema. Both the decoder and the editor's schema come from
 * this one place.
 */
export function scalar<T>(jsonSchema: Record<string, unknown>, read: ScalarReader<T>): z.ZodType<T, unknown> {
  const schema = z.custom<T>().meta(jsonSchema);
  scalarReaders.add(schema, { read });
  return schema;
}

/** A leaf that is text, converted by `convert`; null refuses it as `code`. */
export function textScalar<T>(
  { code, expected, json }: { readonly code: string; readonly expected: string; readonly json?: object },
  convert: (text: string) => T | ScalarFault | null,
): z.ZodType<T, unknown> {
  return scalar({ type: 'string', ...json }, (node) => {
    if (node.kind !== 'string') return wrongKind(`text: ${expected}`);
    return convert(node.value) ?? new ScalarFault(code, `This is not ${expected}.`, expected);
  });
}

/** The refusal of a value of another kind. */
export function wrongKind(expected: string): ScalarFault {
  return new ScalarFault('wrong-type', `This has to be ${expected}.`, expected);
}
