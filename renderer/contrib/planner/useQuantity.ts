import { useEffect, useRef, useState } from 'react';
import type { QuantityView } from '../../../shared/rpc/forecastViews.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface Wanted {
  readonly planId: string;
  readonly quantity: number;
}

/** A quantity in full, and of which plan: figures of another plan are not those of this one, though of as many credits. */
interface Told {
  readonly wanted: Wanted;
  readonly view: QuantityView;
}

/**
 * One quantity of a plan in full. Follows a drag: one question at a time, then the latest. Null until the first answer; not
 * current while what is wanted now is on its way.
 */
export function useQuantity(
  planId: string,
  quantity: number,
): { readonly view: QuantityView; readonly isCurrent: boolean } | null {
  const { rpc } = useWorkbench();
  const [told, setTold] = useState<Told | null>(null);
  const asking = useRef<{ next: Wanted | null; busy: boolean }>({ next: null, busy: false });
  useEffect(() => {
    const state = asking.current;
    state.next = { planId, quantity };
    if (state.busy) return;
    const askOn = async (): Promise<void> => {
      state.busy = true;
      while (state.next) {
        const wanted = state.next;
        state.next = null;
        // A plan that is no longer kept has been made anew: its own question follows.
        const answer = await rpc('plan.quantity', wanted).catch(() => null);
        if (answer) setTold({ wanted, view: answer });
      }
      state.busy = false;
    };
    void askOn();
  }, [rpc, planId, quantity]);
  return told && { view: told.view, isCurrent: told.wanted.planId === planId && told.wanted.quantity === quantity };
}
