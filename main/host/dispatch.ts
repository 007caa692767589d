import type { z } from 'zod';
import { rpcTable, type RpcName } from '../../shared/rpc/table.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { err, type Result } from '../../shared/base/result.ts';
import type { Handlers } from './handlers.ts';
import { refusalOf } from './refusalOf.ts';

/** What a call came to, on every transport. */
export type Outcome = Result<unknown, RpcError>;

const longestMessage = 500;

/**
 * Serves one call: the name must be in the table and the parameters must be exactly what it says. Never rejects; what a handler
 * throws becomes a refusal with a code, and goes to `report`, stack and all.
 */
export async function dispatch(
  handlers: Handlers,
  call: { readonly name: unknown; readonly params: unknown },
  report: (error: unknown, name: string) => void,
): Promise<Outcome> {
  const { name } = call;
  if (!isMethod(name)) return err({ code: 'unknown-method', message: `There is no method ${quote(name)}.` });
  const params = checked(name, call.params);
  if (!params.ok) return params;
  try {
    return await (handlers[name] as (params: unknown) => Promise<Outcome>)(params.value);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.code === 'bug') report(error, name);
    return err(refusal);
  }
}

function isMethod(name: unknown): name is RpcName {
  return typeof name === 'string' && Object.hasOwn(rpcTable, name);
}

function checked(name: RpcName, params: unknown): Outcome {
  try {
    if (namesPrototype(params)) return refuse(name, '"__proto__" is not a key');
    const parsed = (rpcTable[name].params as z.ZodType).safeParse(params);
    return parsed.success ? { ok: true, value: parsed.data } : refuse(name, describe(parsed.error));
  } catch {
    return refuse(name, 'they cannot be read');
  }
}

/** Zod passes over an own key of this name, which a JSON text can make. */
function namesPrototype(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.entries(value).some(([key, inner]) => key === '__proto__' || namesPrototype(inner, seen));
}

function refuse(name: RpcName, problem: string): Outcome {
  const message = `The parameters of ${name} are not as the table says: ${problem}`.slice(0, longestMessage);
  return err({ code: 'bad-params', message });
}

function describe({ issues }: z.ZodError): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

function quote(name: unknown): string {
  return typeof name === 'string' ? JSON.stringify(name.slice(0, 64)) : 'of that name';
}
