import { err, type Result } from '../../../shared/base/result.ts';
import {
  describeImportFault,
  ImportStop,
  type ImportFault,
} from '../../../shared/interchange/importers/importFault.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { storeErrorOf } from '../../store/attempt.ts';
import { describeStoreError, type StoreError } from '../../store/storeError.ts';

/** Why nothing was imported: the source itself, or the disk. */
export type ImportRefusal =
  | { readonly from: 'source'; readonly name: string; readonly fault: ImportFault }
  | { readonly from: 'store'; readonly error: StoreError };

/** Runs an import and gives whatever stops it, in the middle of the stream too, as a value. */
export async function attemptImport<T>(
  name: string,
  work: () => Promise<Result<T, ImportFault>>,
): Promise<Result<T, ImportRefusal>> {
  try {
    const result = await work();
    return result.ok ? result : err({ from: 'source', name, fault: result.error });
  } catch (error) {
    if (error instanceof ImportStop) return err({ from: 'source', name, fault: error.fault });
    return err({ from: 'store', error: storeErrorOf(error, name) });
  }
}

/** A refusal as it crosses the border. */
export function importRefusalOf(refusal: ImportRefusal): RpcError {
  if (refusal.from === 'store') {
    return { code: refusal.error.code, message: describeStoreError(refusal.error), path: refusal.error.path };
  }
  return { code: refusal.fault.code, message: `${refusal.name}: ${describeImportFault(refusal.fault)}` };
}
