import { applyEdits, findNodeAtLocation, type Edit } from 'jsonc-parser';
import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import type { Documents } from '../../../platform/documents.ts';
import type { JsonPath } from '../edit/jsonValue.ts';
import { freeId } from './freeId.ts';
import { itemsOf, memberText } from './nodeValue.ts';
import { duplicateItem } from '../edit/duplicateItem.ts';
import { insertItems } from '../edit/insertItems.ts';
import { parseDocument } from '../edit/parseDocument.ts';
import { removeAt } from '../edit/removeAt.ts';
import { setValue } from '../edit/setValue.ts';
import { swapItems } from '../edit/swapItems.ts';
import type { ChangeName, Draft } from './draft.ts';
import { problemIndex } from './problemsUnder.ts';

interface Source {
  readonly document: string;
  /** The text to show: the present one, or the last that was JSON. */
  readonly text: string;
  readonly locked: boolean;
  readonly problems: readonly Diagnostic[];
}

/** The draft of a document. Edits apply to the newest text, which may be ahead of the one that is drawn. */
export function makeDraft(documents: Documents, source: Source): Draft {
  const { document, text, locked, problems } = source;
  const root = parseDocument(text).root;
  const rewrite = (change: (newest: string) => string, { label, merge }: ChangeName) => {
    const newest = documents.get(document)?.text;
    if (!locked && newest !== undefined) documents.edit(document, change(newest), label, merge);
  };
  const edit = (edits: (newest: string) => Edit[], name: ChangeName) =>
    rewrite((newest) => applyEdits(newest, edits(newest)), name);
  return {
    document,
    text,
    locked,
    problems,
    at: (path) => (root && path.length > 0 ? findNodeAtLocation(root, [...path]) : root),
    under: problemIndex(problems),
    set: (path, value, name) => edit((newest) => setValue(newest, path, value), name),
    setAll: (changes, name) =>
      rewrite(
        (newest) => changes.reduce((now, [path, value]) => applyEdits(now, setValue(now, path, value)), newest),
        name,
      ),
    insert: (list, at, values, name) => edit((newest) => insertItems(newest, list, at, values), name),
    remove: (path, name) => edit((newest) => removeAt(newest, path), name),
    duplicate: (list, index, name) => rewrite((newest) => duplicated(newest, list, index), name),
    swap: (list, first, second, name) => edit((newest) => swapItems(newest, list, first, second), name),
  };
}

/** Two items of one identity would be a fault: the copy gets its own. */
function duplicated(text: string, list: JsonPath, index: number): string {
  const root = parseDocument(text).root;
  const items = itemsOf(root && findNodeAtLocation(root, [...list]));
  const id = memberText(items[index], 'id');
  const copied = applyEdits(text, duplicateItem(text, list, index));
  return id === null ? copied : applyEdits(copied, setValue(copied, [...list, index + 1, 'id'], freeId(items, id)));
}
