import { createStore } from 'zustand/vanilla';
import type { Dialogs, QuickPickItem } from '../platform/dialogs.ts';

type Asked<Kind extends string, Question, Answer> = {
  readonly kind: Kind;
  readonly question: Question;
  answer(value: Answer | null): void;
};

/** A question that waits for its answer. */
export type OpenDialog =
  | Asked<'confirm', Parameters<Dialogs['confirm']>[0], string>
  | Asked<'input', Parameters<Dialogs['input']>[0], string>
  | Asked<
      'pick',
      {
        readonly title: string;
        readonly placeholder: string;
        readonly items: readonly QuickPickItem<unknown>[];
        readonly first?: string;
        onActive?(value: unknown): void;
      },
      unknown
    >;

/** The questions; one is asked at a time, the others wait. */
export function createDialogs() {
  const store = createStore<{ readonly queue: readonly OpenDialog[] }>(() => ({ queue: [] }));
  const ask = (make: (answer: (value: unknown) => void) => OpenDialog): Promise<unknown> =>
    new Promise((resolve) => {
      const dialog = make((value) => {
        store.setState(({ queue }) => ({ queue: queue.filter((each) => each !== dialog) }));
        resolve(value);
      });
      store.setState(({ queue }) => ({ queue: [...queue, dialog] }));
    });
  const dialogs = {
    confirm: (question) => ask((answer) => ({ kind: 'confirm', question, answer })),
    input: (question) => ask((answer) => ({ kind: 'input', question, answer })),
    pick: (question) => ask((answer) => ({ kind: 'pick', question, answer })),
  } as Dialogs;
  return { dialogs, store };
}
