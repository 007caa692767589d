interface NodeBase {
  /** Offsets into the text, `[from, until)`. */
  readonly from: number;
  readonly until: number;
}

/** A key of an object with its value. */
export interface JsonMember {
  readonly key: string;
  readonly keyFrom: number;
  readonly keyUntil: number;
  readonly value: JsonNode;
}

export interface JsonObject extends NodeBase {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonArray extends NodeBase {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

/** A value of JSON text with its offsets. Numbers keep their text; `invalid` stands where a fault was already reported. */
export type JsonNode =
  | JsonObject
  | JsonArray
  | (NodeBase & { readonly kind: 'string'; readonly value: string })
  | (NodeBase & { readonly kind: 'number'; readonly text: string })
  | (NodeBase & { readonly kind: 'boolean'; readonly value: boolean })
  | (NodeBase & { readonly kind: 'null' })
  | (NodeBase & { readonly kind: 'invalid' });

/** The member of an object with that key, or null. */
export function memberOf(node: JsonNode | null, key: string): JsonMember | null {
  return node?.kind === 'object' ? (node.members.find((member) => member.key === key) ?? null) : null;
}

/**
 * A node as plain JavaScript, for showing and editing, never for amounts: numbers pass through binary here. Objects have
 * no prototype; `invalid` becomes null.
 */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const value = Object.create(null) as Record<string, unknown>;
      for (const member of node.members) value[member.key] = plainValue(member.value);
      return value;
    }
    case 'array':
      return node.items.map(plainValue);
    case 'string':
    case 'boolean':
      return node.value;
    case 'number':
      return Number(node.text);
    default:
      return null;
  }
}
