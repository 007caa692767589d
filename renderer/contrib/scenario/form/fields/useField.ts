import type { Node } from 'jsonc-parser';
import { useId } from 'react';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import { nameOf } from '../../draft/changeName.ts';
import { shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { formatPath } from '../../../../../shared/base/jsonPath.ts';
import type { JsonPath, JsonValue } from '../../edit/jsonValue.ts';
import { useHelp } from './useHelp.ts';

/** One value of the document with all that a control needs to show and change it. */
export interface FieldState {
  readonly id: string;
  /** Its JSON path as problems write it. */
  readonly written: string;
  readonly label: string;
  readonly node: Node | undefined;
  /** The value as text; empty where there is none. */
  readonly shown: string;
  readonly help: string;
  readonly problem: Diagnostic | null;
  readonly locked: boolean;
  /** Set on the control itself. */
  readonly control: {
    readonly id: string;
    readonly 'data-path': string;
    readonly 'aria-label': string | undefined;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  };
  write(value: JsonValue | undefined): void;
}

interface FieldOptions {
  readonly path: JsonPath;
  readonly label: string;
  /** The label is not drawn beside the control. */
  readonly bare?: boolean;
}

export function useField({ path, label, bare = false }: FieldOptions): FieldState {
  const draft = useDraft();
  const id = useId();
  const node = draft.at(path);
  const written = formatPath(path);
  const problem = draft.under(path)[0] ?? null;
  const help = useHelp(path);
  return {
    id,
    written,
    label,
    node,
    shown: shownText(draft.text, node) ?? '',
    help,
    problem,
    locked: draft.locked,
    control: {
      id,
      'data-path': written,
      'aria-label': bare ? label : undefined,
      'aria-describedby': help || problem ? `${id}-about` : undefined,
      'aria-invalid': problem?.severity === 'error' ? true : undefined,
    },
    write(value) {
      // An item of a list cannot be left out without moving the others.
      const isItem = typeof path.at(-1) === 'number';
      const name = { label: `Change ${nameOf(path)}`, merge: written };
      draft.set(path, value === undefined && isItem ? '' : value, name);
    },
  };
}
