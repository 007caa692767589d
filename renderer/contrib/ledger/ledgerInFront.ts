import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';

/** The ledger on disk that a command is about: the one named, else the one in front. Null: none. */
export function ledgerInFront({ editors }: Workbench, args?: unknown): string | null {
  if (typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string') return args.path;
  const uri = editors.active();
  const address = uri === null ? null : parseAddress(uri);
  return address?.scheme === 'ledger' && !address.path.startsWith('bill/') ? address.path : null;
}
