import type { RpcError } from '../../shared/rpc/views.ts';
import { RpcFailure } from '../../shared/rpc/rpcFailure.ts';

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: RpcError };

/** The value of an answer in its envelope; a refusal is thrown as `RpcFailure`. */
export function readAnswer(text: string): unknown {
  const answer = JSON.parse(text) as Answer;
  if (answer.ok) return answer.value;
  throw new RpcFailure(answer.error);
}
