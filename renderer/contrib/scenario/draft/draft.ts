import type { Node } from 'jsonc-parser';
import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import type { JsonPath, JsonValue } from '../edit/jsonValue.ts';

/** What a change of a field is called, and which quick changes of one field become one step of undo. */
export interface ChangeName {
  readonly label: string;
  readonly merge?: string;
}

/** A scenario's text as the form sees it: what stands where, what is wrong with it, and the edits that the form can make. */
export interface Draft {
  /** Path of the document in the workspace. */
  readonly document: string;
  readonly text: string;
  /** Nothing can be changed: the file is read-only, or the text is not JSON at present. */
  readonly locked: boolean;
  readonly problems: readonly Diagnostic[];
  /** What stands at a path, if anything. */
  at(path: JsonPath): Node | undefined;
  /** Problems of the value at a path and of all that it holds. */
  under(path: JsonPath): readonly Diagnostic[];
  set(path: JsonPath, value: JsonValue | undefined, name: ChangeName): void;
  /** Sets and removes several values as one step of undo. */
  setAll(changes: readonly (readonly [JsonPath, JsonValue | undefined])[], name: ChangeName): void;
  insert(list: JsonPath, at: number, values: readonly JsonValue[], name: ChangeName): void;
  remove(path: JsonPath, name: ChangeName): void;
  duplicate(list: JsonPath, index: number, name: ChangeName): void;
  swap(list: JsonPath, first: number, second: number, name: ChangeName): void;
}
