import type { RpcCall } from '../../../shared/rpc/table.ts';
import { createKeeper } from '../layout/keeper.ts';

/** Choices about documents, kept by the host with the workspace, so that a restart asks the same again. */
export interface KeptChoices<Choice> {
  /** What was chosen last about a document, else what is chosen at first. */
  of(path: string): Promise<Choice>;
  keep(path: string, choice: Choice): void;
  flush(): Promise<void>;
}

const times = { quietMs: 400, mostMs: 2000, retryMs: 5000 };
/** Documents whose choices are kept: the latest. */
const mostPaths = 100;

/** Choices of one kind of question, by its name. */
export function createKeptChoices<Choice extends object>(
  rpc: RpcCall,
  name: string,
  first: Choice,
): KeptChoices<Choice> {
  const key = `choices.${name}`;
  let kept: Readonly<Record<string, unknown>> = {};
  const keeper = createKeeper(
    async () => void (await rpc('state.set', { key, value: JSON.stringify(kept) })),
    times,
    () => undefined,
  );
  return {
    async of(path) {
      await keeper.flush();
      // The folder may be another one than before. What could not be kept there is known here alone.
      if (!keeper.isDue()) kept = recordIn(await rpc('state.get', { key }).catch(() => null));
      return choiceAsKept(first, kept[path]);
    },
    keep(path, choice) {
      const others = Object.entries(kept).filter(([each]) => each !== path);
      const isFirst = JSON.stringify(choice) === JSON.stringify(first);
      kept = Object.fromEntries(isFirst ? others : [...others, [path, choice]].slice(-mostPaths));
      keeper.touch();
    },
    flush: () => keeper.flush(),
  };
}

/** The choice with what was kept of it: whatever is of another kind than at first, or no part of it, is left out. */
export function choiceAsKept<Choice extends object>(first: Choice, kept: unknown): Choice {
  if (typeof kept !== 'object' || kept === null) return first;
  const values = kept as Readonly<Record<string, unknown>>;
  const read = Object.entries(first).map(([name, value]) => [name, valueAsKept(value, values[name])]);
  return Object.fromEntries(read) as Choice;
}

/** What is null at first is a text or a number once it is chosen. */
function valueAsKept(first: unknown, kept: unknown): unknown {
  if (first === null) return typeof kept === 'string' || typeof kept === 'number' ? kept : null;
  if (typeof first === 'object') return choiceAsKept(first, kept);
  return typeof kept === typeof first ? kept : first;
}

function recordIn(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text ?? '{}');
    return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
