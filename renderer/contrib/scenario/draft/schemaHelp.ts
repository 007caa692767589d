import type { JsonPath } from '../edit/jsonValue.ts';

/** As much of a JSON Schema as help needs. */
interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The sentence with which the schema describes the value at a path; empty where it has none. */
export function schemaHelp(schema: unknown, path: JsonPath): string {
  const root = schema as Schema;
  const found = path.reduce<readonly Schema[]>(
    (places, step) => places.flatMap((place) => branches(root, place)).flatMap((place) => child(place, step)),
    [root],
  );
  const described = found.flatMap((place) => [place, ...branches(root, place)]).find(({ description }) => description);
  return described?.description ?? '';
}

function child(place: Schema, step: string | number): readonly Schema[] {
  const next = typeof step === 'number' ? place.items : place.properties?.[step];
  return next ? [next] : [];
}

/** A schema with all its alternatives, references followed. */
function branches(root: Schema, place: Schema): readonly Schema[] {
  const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(place.$ref ?? '')?.[1];
  const target = name === undefined ? undefined : (root.$defs?.[name] ?? root.definitions?.[name]);
  const inner = [...(place.anyOf ?? []), ...(place.oneOf ?? []), ...(place.allOf ?? []), ...(target ? [target] : [])];
  return [place, ...inner.flatMap((each) => branches(root, each))];
}
