import type { RpcParams, RpcReturns } from '../../../shared/rpc/table.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';

type Comparison = 'compare.run' | 'compare.bills';

/** What a comparison came to, or why it came to nothing. */
export type Asked<Name extends Comparison> =
  { readonly view: RpcReturns<Name>; readonly failure: null } | { readonly view: null; readonly failure: string };

/** Asks for a comparison; once it is stopped nobody is told any more, and the host gives it up. */
export function askUntilStopped<Name extends Comparison>(
  rpc: Workbench['rpc'],
  name: Name,
  params: Omit<RpcParams<Name>, 'job'>,
  tell: (asked: Asked<Name>) => void,
): () => void {
  const job = `compare-${crypto.randomUUID()}`;
  let waiting = true;
  const end = (asked: Asked<Name>): void => {
    if (!waiting) return;
    waiting = false;
    tell(asked);
  };
  rpc(name, { ...params, job } as RpcParams<Name>).then(
    (view) => end({ view, failure: null }),
    (error: unknown) => end({ view: null, failure: messageOf(error) }),
  );
  return () => {
    if (!waiting) return;
    waiting = false;
    void rpc('compare.cancel', { job }).catch(() => undefined);
  };
}
