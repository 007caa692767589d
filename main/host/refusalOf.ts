import type { RpcError } from '../../shared/rpc/views.ts';
import { storeErrorOf, systemCode } from '../store/attempt.ts';
import { describeStoreError, StoreFailure, type StoreError } from '../store/storeError.ts';

/** A refusal for something thrown: the store's and the system's by their code, all else as a mistake of ours. Never a stack. */
export function refusalOf(error: unknown): RpcError {
  if (error instanceof StoreFailure || systemCode(error) !== null)
    return storeRefusal(storeErrorOf(error, pathOf(error)));
  return { code: 'bug', message: 'Drawdown met a mistake of its own. The Output view names it.' };
}

/** The store's refusal as it crosses the border. */
export function storeRefusal(error: StoreError): RpcError {
  return { code: error.code, message: describeStoreError(error), path: error.path };
}

function pathOf(error: unknown): string {
  const path = (error as NodeJS.ErrnoException | null)?.path;
  return typeof path === 'string' ? path : 'a file';
}
