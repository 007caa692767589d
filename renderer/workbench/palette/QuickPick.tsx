import type { QuickPickItem } from '../../platform/dialogs.ts';
import { lazyPart } from '../../platform/lazyPart.tsx';

export interface PickItem<T> extends QuickPickItem<T> {
  readonly keys?: string | null;
  /** Heading of the items from here on, while nothing is typed. */
  readonly heading?: string;
}

export interface QuickPickProps<T> {
  readonly label: string;
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
  /** What is typed, where the caller keeps it. */
  readonly search?: string;
  onSearch?(search: string): void;
  /** Cut from the front of what is typed before it is compared: `>`. */
  readonly prefix?: string;
  readonly empty?: string;
  /** Id of the item to begin at; else the first. */
  readonly first?: string;
  /** Where the focus goes back to; else to where it was as the list was drawn. */
  readonly focusBefore?: Element | null;
  onActive?(item: PickItem<T>): void;
  onChoose(item: PickItem<T>): void;
  onClose(): void;
}

const list = lazyPart(() => import('./PickList.tsx').then((module) => module.PickList<unknown>));

/** Loads what a first choice would else wait for. */
export const preloadQuickPick = list.preload;

/** A choice from a list that typing narrows, for commands, files and questions. Start-up does without its code. */
export function QuickPick<T>(props: QuickPickProps<T>) {
  return <list.Part {...(props as unknown as QuickPickProps<unknown>)} />;
}
