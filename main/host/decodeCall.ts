import { plainValue } from '../../shared/base/jsonNode.ts';
import { readJsonText, type JsonLimits } from '../../shared/base/jsonText.ts';
import { err, ok, type Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';

/** A call as it came over a wire; neither part is checked yet. */
export interface WireCall {
  readonly name: unknown;
  readonly params: unknown;
}

/** The longest document that may be saved, escaped, and some room around it. */
const limits: JsonLimits = { length: 48_000_000, depth: 16, values: 2_000_000, faults: 1 };

/** Reads the text of a call: strict JSON, no key twice, no key that reaches a prototype, and nothing but name and params. */
export function decodeCall(text: string): Result<WireCall, RpcError> {
  const { root, faults } = readJsonText(text, limits);
  const fault = faults[0];
  if (fault) return refuse(fault.message);
  if (root?.kind !== 'object') return refuse('A call is an object.');
  const [first, second, ...more] = root.members.map(({ key }) => key).sort();
  if (first !== 'name' || second !== 'params' || more.length > 0) return refuse('A call has a name and params.');
  const { name, params } = plainValue(root) as { name: unknown; params: unknown };
  return ok({ name, params });
}

function refuse(problem: string): Result<never, RpcError> {
  return err({ code: 'bad-call', message: `The call cannot be read. ${problem}` });
}
