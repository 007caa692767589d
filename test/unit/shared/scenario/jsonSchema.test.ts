import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../../../shared/scenario/jsonSchema.ts';

interface Node {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Record<string, Node>;
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
}

const schema = scenarioJsonSchema() as Node;

function keysWithoutDescription(node: Node, path = ''): string[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
    ...(child.description ? [] : [`${path}.${key}`]),
    ...keysWithoutDescription(child, `${path}.${key}`),
  ]);
  const inner = [node.items, ...(node.oneOf ?? []), ...(node.anyOf ?? [])].filter((child) => child !== undefined);
  return [...own, ...inner.flatMap((child) => keysWithoutDescription(child, path))];
}

describe('the JSON Schema of a scenario', () => {
  it('describes every key', () => {
    expect(keysWithoutDescription(schema)).toEqual([]);
  });

  it('states the defaults that the decoder fills in', () => {
    const { timeZone, policy, timeline } = schema.properties!;
    expect([timeZone!.default, policy!.properties!['flexCycle']!.default]).toEqual(['UTC', 'anniversary']);
    expect(timeline!.items!.oneOf!.map((option) => option.properties!['when']?.default)).toEqual([
      undefined,
      'now',
      'now',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
