import { ok, type Result } from '../../../shared/base/result.ts';
import { readDocument } from '../../store/document.ts';
import type { StoreError } from '../../store/storeError.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { threadsFor, type Where } from '../threads/whereItFits.ts';
import { openSeal, type OpenedSeal } from './openSeal.ts';

/** Reads a sealed quote, a large one on a thread. Where it was given up there is none, and no fault. */
export async function readSealed(
  workspace: Workspace,
  path: string,
  where: Where = {},
): Promise<Result<OpenedSeal, StoreError>> {
  const document = await readDocument(workspace, path);
  if (!document.ok) return document;
  const { text } = document.value;
  const threads = threadsFor(text, where);
  const opened = threads ? await threads.quote(text, where.signal) : openSeal(text);
  return ok(opened ?? { quote: null, isSealed: false, diagnostics: [] });
}
