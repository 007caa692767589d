/** Questions that the app draws itself; all resolve to null when the user cancels. */
export interface Dialogs {
  confirm<Id extends string>(question: {
    readonly title: string;
    readonly text?: string;
    /** The first is the default; `danger` draws it red. Cancel is added. */
    readonly actions: readonly { readonly id: Id; readonly title: string; readonly danger?: boolean }[];
    readonly severity?: 'info' | 'warning' | 'error';
    /** Null for a plain message, which has no Cancel. */
    readonly cancel?: string | null;
  }): Promise<Id | null>;
  input(question: {
    readonly title: string;
    readonly label: string;
    readonly text?: string;
    readonly value?: string;
    readonly placeholder?: string;
    /** Title of the button that goes on. */
    readonly accept?: string;
    /** What is wrong with the value, or null. */
    validate?(value: string): string | null;
  }): Promise<string | null>;
  /** A quick pick in the palette's place. */
  pick<T>(question: {
    readonly title: string;
    readonly placeholder: string;
    readonly items: readonly QuickPickItem<T>[];
    /** Id of the item to begin at; else the first. */
    readonly first?: string;
    /** Called as the user moves over the items. */
    onActive?(value: T): void;
  }): Promise<T | null>;
}

export interface QuickPickItem<T> {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon?: string;
  readonly value: T;
}
