import { useEffect, useRef, useState } from 'react';
import type { QuantityView } from '../../../shared/rpc/forecastViews.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface Wanted {
  readonly planId: string;
  readonly quantity: number;
}

/** One quantity of a plan in full. Follows a drag: one question at a time, then the latest; null until the first answer. */
export function useQuantity(planId: string | null, quantity: number): QuantityView | null {
  const { rpc } = useWorkbench();
  const [view, setView] = useState<QuantityView | null>(null);
  const asking = useRef<{ next: Wanted | null; busy: boolean }>({ next: null, busy: false });
  useEffect(() => {
    if (planId === null) return;
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
        if (answer) setView(answer);
      }
      state.busy = false;
    };
    void askOn();
  }, [rpc, planId, quantity]);
  return view;
}
