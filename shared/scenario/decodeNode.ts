import { z } from 'zod';
import { assert, unreachable } from '../base/assert.ts';
import type { JsonMember, JsonNode, JsonObject } from '../base/jsonNode.ts';
import type { PathSteps } from '../base/jsonPath.ts';
import { faultList, type FaultList } from './faultList.ts';
import { nearest } from './nearest.ts';
import { ScalarFault, scalarReaders } from './scalar.ts';
import { partialObjects } from './schema.ts';

/** Stands for a value that was refused; its fault is in the list. */
export const refused = Symbol('refused');

/** Where a value stands, from the inside out; made into steps only when a fault needs them. */
interface PathLink {
  readonly parent: PathLink | null;
  readonly step: string | number;
}

/** Reads the value at `step` of `parent`; both null at the root. */
type Decoder = (node: JsonNode, parent: PathLink | null, step: string | number | null, faults: FaultList) => unknown;

/**
 * Makes the decoder of a schema: it reads a JSON tree key by key, reports every fault with its path, and goes on. A
 * refused element of an array leaves a hole; a refused key refuses its object, unless the schema marks it partial.
 */
export function decoderOf<S extends z.ZodType>(schema: S) {
  const decode = compile(schema);
  return (node: JsonNode, faults: FaultList): z.output<S> | typeof refused =>
    decode(node, null, null, faults) as z.output<S> | typeof refused;
}

function compile(schema: z.ZodType): Decoder {
  const scalar = scalarReaders.get(schema);
  if (scalar) return scalarDecoder(scalar.read);
  if (schema instanceof z.ZodOptional) return compile(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPrefault) return compile(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNullable) return nullableDecoder(compile(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodArray) return arrayDecoder(schema);
  if (schema instanceof z.ZodObject) return objectDecoder(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) return unionDecoder(schema);
  if (schema instanceof z.ZodBoolean) return choiceDecoder([true, false]);
  if (schema instanceof z.ZodEnum) return choiceDecoder(schema.options);
  if (schema instanceof z.ZodLiteral) return choiceDecoder([...schema.values]);
  return unreachable(schema as never);
}

function scalarDecoder(read: (node: JsonNode) => unknown): Decoder {
  return (node, parent, step, faults) => {
    if (node.kind === 'invalid') return refused;
    const value = read(node);
    if (!(value instanceof ScalarFault)) return value;
    const { code, message, expected, suggestion } = value;
    faults.add({
      code,
      path: stepsOf(parent, step),
      message,
      expected,
      actual: textOf(node),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return refused;
  };
}

function choiceDecoder(choices: readonly unknown[]): Decoder {
  const expected = choices.map((choice) => JSON.stringify(choice)).join(' or ');
  const words = choices.filter((choice) => typeof choice === 'string');
  return (node, parent, step, faults) => {
    if (node.kind === 'invalid') return refused;
    const value = node.kind === 'string' || node.kind === 'boolean' ? node.value : undefined;
    if (value !== undefined && choices.includes(value)) return value;
    if (isNewer(value, choices[0])) {
      const message = 'A newer version of Drawdown made this document; this one cannot read it.';
      faults.add({ code: 'newer-format', path: stepsOf(parent, step), message, expected, actual: textOf(node) });
      return refused;
    }
    const suggestion = typeof value === 'string' ? nearest(value, words) : undefined;
    faults.add({
      code: typeof value === typeof choices[0] ? 'unknown-value' : 'wrong-type',
      path: stepsOf(parent, step),
      message: `This has to be ${expected}.`,
      expected,
      actual: textOf(node),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return refused;
  };
}

/** Whether a document's format is a later one of the kind that is known: `drawdown.scenario/2`. */
function isNewer(value: unknown, known: unknown): boolean {
  const version = (format: unknown) => /^(drawdown\.[a-z-]+)\/(\d{1,9})$/.exec(String(format));
  const [theirs, ours] = [version(value), version(known)];
  return theirs !== null && ours !== null && theirs[1] === ours[1] && Number(theirs[2]) > Number(ours[2]);
}

function nullableDecoder(decode: Decoder): Decoder {
  return (node, parent, step, faults) => (node.kind === 'null' ? null : decode(node, parent, step, faults));
}

function arrayDecoder(schema: z.ZodArray): Decoder {
  const decode = compile(schema.element as z.ZodType);
  const { minimum, maximum } = boundsOf(schema);
  return (node, parent, step, faults) => {
    const path = linkOf(parent, step);
    if (node.kind !== 'array') return refuseKind(node, path, faults, 'a list');
    const count = node.items.length;
    if (count < minimum || count > maximum) {
      const expected = minimum === maximum ? `${minimum} values` : `at most ${maximum} values`;
      const message = `This list holds ${expected}.`;
      faults.add({ code: 'wrong-length', path: stepsOf(path), message, expected, actual: `${count}` });
      return refused;
    }
    const values = node.items.map((item, index) => decode(item, path, index, faults));
    return values.map((value) => (value === refused ? undefined : value));
  };
}

/** The least and the greatest length of a list. */
function boundsOf(schema: z.ZodArray): { readonly minimum: number; readonly maximum: number } {
  for (const check of schema.def.checks ?? []) {
    const { check: kind, length, maximum } = check._zod.def as { check: string; length?: number; maximum?: number };
    if (kind === 'length_equals') return { minimum: length!, maximum: length! };
    if (kind === 'max_length') return { minimum: 0, maximum: maximum! };
  }
  return { minimum: 0, maximum: Infinity };
}

function objectDecoder(schema: z.ZodObject): Decoder {
  const partial = partialObjects.get(schema) !== undefined;
  const keys = Object.keys(schema.shape);
  const known = new Map(keys.map((key) => [key, keyDecoder(schema.shape[key] as z.ZodType)]));
  return (node, parent, step, faults) => {
    const path = linkOf(parent, step);
    if (node.kind !== 'object') return refuseKind(node, path, faults, 'an object');
    const value: Record<string, unknown> = {};
    let whole = readMembers(node, value);
    for (const key of keys) {
      if (value[key] !== undefined) continue;
      const { missing } = known.get(key)!;
      if (missing === optional || node.members.some((member) => member.key === key)) continue;
      if (missing === required) {
        whole = false;
        reportMissing(key, path, faults);
      } else value[key] = missing;
    }
    return whole || partial ? value : refused;

    function readMembers({ members }: JsonObject, into: Record<string, unknown>): boolean {
      let good = true;
      let free: string[] | null = null;
      for (const member of members) {
        const { key } = member;
        const decoder = known.get(key);
        if (!decoder) {
          free ??= freeKeys(members);
          reportUnknown(member, { path, free }, faults);
          continue;
        }
        const read = decoder.decode(member.value, path, key, faults);
        if (read === refused) good = false;
        else into[key] = read;
      }
      return good;
    }
  };

  function freeKeys(members: JsonObject['members']): string[] {
    const written = new Set(members.filter(({ key }) => known.has(key)).map(({ key }) => key));
    return keys.filter((key) => !written.has(key));
  }

  function reportMissing(key: string, path: PathLink | null, faults: FaultList): void {
    const message = `The key ${key} is missing.`;
    faults.add({ code: 'missing-key', path: stepsOf(path, key), message, expected: key });
  }

  function reportUnknown(
    { key, keyFrom, keyUntil }: JsonMember,
    { path, free }: { readonly path: PathLink | null; readonly free: readonly string[] },
    faults: FaultList,
  ): void {
    if (faults.isFull()) return faults.add({ code: 'unknown-key', path: [], message: '' });
    const suggestion = nearest(key, free);
    faults.add({
      code: 'unknown-key',
      path: stepsOf(path, key),
      span: { from: keyFrom, until: keyUntil },
      message: `There is no key ${key.slice(0, 100)} here.`,
      expected: free.length > 0 ? `one of ${free.join(', ')}` : 'no further key',
      actual: key.slice(0, 100),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

const optional = Symbol('optional');
const required = Symbol('required');

interface KeyDecoder {
  readonly decode: Decoder;
  /** What stands for a key that is not there: its default, or one of the two above. */
  readonly missing: unknown;
}

function keyDecoder(schema: z.ZodType): KeyDecoder {
  const decode = compile(schema);
  if (schema instanceof z.ZodOptional) return { decode, missing: optional };
  if (!(schema instanceof z.ZodPrefault)) return { decode, missing: required };
  const missing = decode(nodeOf(schema.def.defaultValue), null, null, faultList(null));
  assert(missing !== refused, 'a default is a good value');
  return { decode, missing };
}

/** A default as if it had been written. */
function nodeOf(value: unknown): JsonNode {
  const span = { from: 0, until: 0 };
  if (typeof value === 'string') return { kind: 'string', value, ...span };
  if (typeof value === 'number') return { kind: 'number', text: String(value), ...span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...span };
  return { kind: 'object', members: [], ...span };
}

function unionDecoder(schema: z.ZodDiscriminatedUnion): Decoder {
  const { discriminator, options } = schema.def as unknown as {
    discriminator: string;
    options: readonly z.ZodObject[];
  };
  const decoders = new Map(
    options.map((option) => [[...(option.shape[discriminator] as z.ZodLiteral<string>).values][0]!, compile(option)]),
  );
  const choose = choiceDecoder([...decoders.keys()]);
  return (node, parent, step, faults) => {
    const path = linkOf(parent, step);
    if (node.kind !== 'object') return refuseKind(node, path, faults, 'an object');
    const member = node.members.find(({ key }) => key === discriminator);
    if (!member) {
      const expected = `${discriminator}: ${[...decoders.keys()].join(', ')}`;
      const at = stepsOf(path, discriminator);
      faults.add({ code: 'missing-key', path: at, message: `The key ${discriminator} is missing.`, expected });
      return refused;
    }
    const choice = choose(member.value, path, discriminator, faults);
    return choice === refused ? refused : decoders.get(choice as string)!(node, parent, step, faults);
  };
}

function refuseKind(node: JsonNode, path: PathLink | null, faults: FaultList, expected: string): typeof refused {
  if (node.kind !== 'invalid') {
    faults.add({
      code: 'wrong-type',
      path: stepsOf(path),
      message: `This has to be ${expected}.`,
      expected,
      actual: textOf(node),
    });
  }
  return refused;
}

function linkOf(parent: PathLink | null, step: string | number | null): PathLink | null {
  return step === null ? null : { parent, step };
}

function stepsOf(path: PathLink | null, last: string | number | null = null): PathSteps {
  const steps: (string | number)[] = last === null ? [] : [last];
  for (let link = path; link; link = link.parent) steps.push(link.step);
  return steps.reverse();
}

function textOf(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return JSON.stringify(node.value).slice(0, 80);
    case 'number':
      return node.text.slice(0, 80);
    case 'boolean':
      return String(node.value);
    default:
      return 'null';
  }
}
