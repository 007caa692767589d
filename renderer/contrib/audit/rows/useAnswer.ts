import { useEffect, useState } from 'react';
import type { RpcName, RpcParams, RpcReturns } from '../../../../shared/rpc/table.ts';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';

interface Answer<Value> {
  readonly asked: string;
  readonly value: Value | null;
  readonly failure: string | null;
}

/** What the host answers to a call, latest wins; the last answer stays until the next has come. Null asks nothing. */
export function useAnswer<Name extends RpcName>(
  name: Name,
  params: RpcParams<Name> | null,
): { readonly value: RpcReturns<Name> | null; readonly failure: string | null; readonly isCurrent: boolean } {
  const { rpc } = useWorkbench();
  const asked = JSON.stringify(params);
  const [answer, setAnswer] = useState<Answer<RpcReturns<Name>>>({ asked: '', value: null, failure: null });
  useEffect(() => {
    if (asked === 'null') return;
    let gone = false;
    const ask = async () => {
      try {
        const value = await rpc(name, JSON.parse(asked) as RpcParams<Name>);
        if (!gone) setAnswer({ asked, value, failure: null });
      } catch (error) {
        if (!gone) setAnswer({ asked, value: null, failure: messageOf(error) });
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [rpc, name, asked]);
  return { value: answer.value, failure: answer.failure, isCurrent: answer.asked === asked };
}
