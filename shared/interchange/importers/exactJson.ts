import { assert } from '../../base/assert.ts';
import type { JsonNode } from '../../base/jsonNode.ts';
import { defaultJsonLimits, readJsonText } from '../../base/jsonText.ts';
import { err, ok, type Result } from '../../base/result.ts';

/** A number as its own text, so that 64-bit integers stay whole. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value; objects are maps, for their keys come from the user. */
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** Characters that one value may have. */
export const elementLimit = 4 * 1024 * 1024;

/** How deep arrays and objects may lie in each other. */
export const depthLimit = 64;

/**
 * Reads one JSON value, strictly, numbers by their text. The reason of a refusal names the fault and its place and quotes
 * nothing: the text may hold a key.
 */
export function readExactJson(source: string): Result<Json, string> {
  const { root, faults } = readJsonText(source, {
    ...defaultJsonLimits,
    length: elementLimit,
    depth: depthLimit,
    faults: 1,
  });
  const [fault] = faults;
  if (fault) return err(fault.place ? `${fault.code} at character ${fault.place.offset + 1}` : fault.code);
  assert(root !== null, 'JSON without a fault has a value');
  return ok(valueOf(root));
}

function valueOf(node: JsonNode): Json {
  switch (node.kind) {
    case 'object':
      return new Map(node.members.map(({ key, value }) => [key, valueOf(value)]));
    case 'array':
      return node.items.map(valueOf);
    case 'number':
      return new JsonNumber(node.text);
    case 'string':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'invalid':
      assert(false, 'JSON without a fault is valid');
  }
}
