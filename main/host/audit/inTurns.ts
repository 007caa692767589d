import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Clock } from '../../platform/clock.ts';

/** How long others wait for their turn at most, apart from one long step. */
const turnMs = 25;

/** Works through steps and lets others run between turns of them. `check` throws where the work is no longer wanted. */
export async function inTurns<T>(steps: Generator<void, T>, clock: Clock, check?: () => void): Promise<T> {
  for (;;) {
    const until = clock.now() + turnMs;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (clock.now() >= until) break;
    }
    await letOthersRun();
    check?.();
  }
}
