import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHost } from '../../../main/host/createHost.ts';
import type { Outcome } from '../../../main/host/dispatch.ts';
import { nodePorts } from '../../../main/platform/ports.ts';
import { rpcTable, type RpcName } from '../../../shared/rpc/table.ts';
import { type JsonSchema, valueOf } from '../../support/jsonSchemaValue.ts';
import { drawSeed } from '../../support/seed.ts';
import { spoiled, type Spoiled } from '../../support/spoiled.ts';
import { countTried } from '../../support/tried.ts';

const seed = drawSeed('payloads of calls');
const scratch = mkdtempSync(join(tmpdir(), 'drawdown-payloads-'));
const host = createHost({ ...nodePorts({ DRAWDOWN_HOME: join(scratch, 'app') }), pickFolder: null });
afterAll(async () => {
  await host.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Parameters that the table allows, drawn from its own schema. */
function goodParams(name: RpcName): readonly unknown[] {
  const schema = z.toJSONSchema(rpcTable[name].params as z.ZodType, {
    unrepresentable: 'any',
    io: 'input',
  }) as JsonSchema;
  const good = valueOf(schema).filter((value) => (rpcTable[name].params as z.ZodType).safeParse(value).success);
  return fc.sample(good, { seed, numRuns: 1 });
}

function spoiledParams(name: RpcName): readonly Spoiled[] {
  const schema = z.toJSONSchema(rpcTable[name].params as z.ZodType, {
    unrepresentable: 'any',
    io: 'input',
  }) as JsonSchema;
  return goodParams(name).flatMap((value) => spoiled(schema, value));
}

/** What is wrong with a refusal; nothing where it is as it should be: one of two codes, short, and without a stack. */
function faultOf(what: string, outcome: Outcome): readonly string[] {
  if (outcome.ok) return [`${what}: taken`];
  const { code, message, ...more } = outcome.error;
  const wellMade = ['bad-params', 'bad-call'].includes(code) && message.length < 600 && Object.keys(more).length === 0;
  const isClean = !/\.ts:|\n {4}at |node_modules/.test(message);
  return wellMade && isClean ? [] : [`${what}: ${JSON.stringify(outcome.error)}`];
}

describe('parameters with one thing wrong in them, made from the schema of each method (S20)', () => {
  it.each(Object.keys(rpcTable) as RpcName[])('%s', async (name) => {
    const wrong = spoiledParams(name);
    expect(wrong.length).toBeGreaterThan(8);
    const faults: string[] = [];
    for (const { what, value } of wrong) {
      faults.push(...faultOf(`${what} as a value`, await host.call(name, value)));
      const text = JSON.stringify({ name, params: value });
      // JSON has no such number: it writes null, which may be allowed.
      if (/NaN|Infinity/.test(what)) continue;
      faults.push(...faultOf(`${what} as text`, JSON.parse(await host.callText(text)) as Outcome));
    }
    expect(faults).toEqual([]);
    countTried('fuzz cases', wrong.length * 2);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['numbers that JSON does not have', (name: string) => `{"name":"${name}","params":{"from":NaN}}`],
    ['a number past all bounds', (name: string) => `{"name":"${name}","params":{"from":1e999}}`],
    ['a key twice', (name: string) => `{"name":"${name}","params":{},"params":{}}`],
    ['a prototype', (name: string) => `{"name":"${name}","params":{"__proto__":{"polluted":true}}}`],
    ['a nest of lists', (name: string) => `{"name":"${name}","params":${'['.repeat(100_000)}`],
    ['a nest of objects', (name: string) => `{"name":"${name}","params":${'{"a":'.repeat(100_000)}`],
    ['an end in the middle', (name: string) => `{"name":"${name}","params":{`],
    ['a key more', (name: string) => `{"name":"${name}","params":{},"extra":1}`],
  ])('texts of calls with %s', async (what, textOf) => {
    const faults: string[] = [];
    for (const name of Object.keys(rpcTable)) {
      faults.push(...faultOf(`${name}, ${what}`, JSON.parse(await host.callText(textOf(name))) as Outcome));
    }
    expect(faults).toEqual([]);
    countTried('hostile inputs', Object.keys(rpcTable).length);
  });
});
