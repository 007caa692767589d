import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { RowsProgress } from '../../../shared/rpc/rowViews.ts';
import type { Clock } from '../../platform/clock.ts';

const turnMs = 25;
const tellMs = 100;

/** Long work over rows: it lets others run between turns, tells how far it is, and ends where nobody waits for it. */
export interface Work {
  /** To be called often, with how much of the work is done. Throws where it was given up. */
  turn(doing: RowsProgress['doing'], share: number): Promise<void> | null;
}

interface Parts {
  readonly clock: Clock;
  check(): void;
  tell(doing: RowsProgress['doing'], share: number): void;
}

export function createWork({ clock, check, tell }: Parts): Work {
  let turnEnds = clock.now() + turnMs;
  let tellAgain = clock.now() + tellMs;
  const rest = async (doing: RowsProgress['doing'], share: number): Promise<void> => {
    await letOthersRun();
    check();
    const now = clock.now();
    if (now >= tellAgain) {
      tell(doing, share);
      tellAgain = now + tellMs;
    }
    turnEnds = now + turnMs;
  };
  return { turn: (doing, share) => (clock.now() < turnEnds ? null : rest(doing, share)) };
}
