import type { StoreApi } from 'zustand/vanilla';
import type { UndoStep } from '../../shared/rpc/unsavedMethods.ts';

/** One step of undo; steps with the same merge key in quick succession become one. */
export type Step = UndoStep;

/** A text that may be edited by several editors at once, each a view of it. */
export interface OpenDocument {
  readonly path: string;
  readonly text: string;
  /** As on disk when last read or saved; null for a new file. */
  readonly savedText: string | null;
  readonly sha256: string | null;
  readonly dirty: boolean;
  /** Why it cannot be edited, or null. */
  readonly readOnly: string | null;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  readonly saving: boolean;
  /** False: the last save is in place, but a crash of the machine could still lose it. */
  readonly durable: boolean;
  /** Grows with each change of the text. */
  readonly version: number;
}

export interface DocumentsState {
  readonly byPath: Readonly<Record<string, OpenDocument>>;
  /** Why a document could not be read, by path. */
  readonly failures: Readonly<Record<string, string>>;
}

/** The open documents. Editors call `useDocument(path)` (workbench/documents), which opens it. */
export interface Documents {
  readonly store: StoreApi<DocumentsState>;
  /** Reads the file unless it is open; throws `RpcFailure` where it cannot be read. */
  open(path: string): Promise<OpenDocument>;
  get(path: string): OpenDocument | null;
  /** A document that is not on disk yet; dirty until saved. */
  create(path: string, text: string): void;
  /**
   * Sets the text. `label` names the step in `Undo <label>`; `merge` (such as the field's JSON path, or `typing`)
   * joins quick changes of one kind. Does nothing where the document is read-only or the text is the same.
   */
  edit(path: string, text: string, label: string, merge?: string): void;
  undo(path: string): void;
  redo(path: string): void;
  /** Saves; asks the user on a conflict. `over` names the version on disk that the user agreed to lose. False: not saved. */
  save(path: string, over?: { readonly sha256: string | null }): Promise<boolean>;
  /** Goes back to what is on disk. */
  revert(path: string): Promise<void>;
  close(path: string): void;
}
