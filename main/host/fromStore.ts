import { err, type Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import type { StoreError } from '../store/storeError.ts';
import { storeRefusal } from './refusalOf.ts';

/** The store's result as a service gives it. */
export function fromStore<T>(result: Result<T, StoreError>): Result<T, RpcError> {
  return result.ok ? result : err(storeRefusal(result.error));
}
