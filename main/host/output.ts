import type { Clock } from '../platform/clock.ts';
import type { Events } from './events.ts';

/** The Output view's lines. */
export interface Output {
  say(text: string): void;
}

export function createOutput(clock: Clock, events: Events): Output {
  return {
    say: (text) =>
      events.emit({
        event: 'output.line',
        payload: { at: new Date(clock.now()).toISOString(), text: text.slice(0, 2000) },
      }),
  };
}
