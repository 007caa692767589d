import { serveParts } from '../../main/workers/serveParts.ts';

/** What a thread of a test does. */
export interface PoolTask {
  readonly add: number;
}

/** `column`: its part, added to what the task says, as a column; else what can go wrong in a thread. */
serveParts({
  column: ({ add }: PoolTask) => {
    return (part: number) => ({ column: Float64Array.of(part + add), thread: threadName() });
  },
  fault: () => () => {
    throw new Error('a mistake of the worker');
  },
  death: () => (part: number) => process.exit(part),
  hog: () => () => {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  },
  hang: () => () => {
    for (;;);
  },
});

let named = '';
function threadName(): string {
  named ||= Math.random().toString(36);
  return named;
}
