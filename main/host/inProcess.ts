import { RpcFailure } from '../../shared/rpc/rpcFailure.ts';
import type { RpcCall } from '../../shared/rpc/table.ts';
import type { Host } from './host.ts';

/** The transport without a wire, for the command line and for tests. Refused calls throw an `RpcFailure`. */
export function inProcessCall(host: Host): RpcCall {
  return async (name, params) => {
    const outcome = await host.call(name, params);
    if (!outcome.ok) throw new RpcFailure(outcome.error);
    return outcome.value as never;
  };
}
