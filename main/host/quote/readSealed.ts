import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { readQuote } from '../../../shared/planner/quote/readQuote.ts';
import { brokenSeals } from '../../../shared/planner/quote/verifyQuote.ts';
import { sha256Text } from '../../platform/sha256.ts';
import { readDocument } from '../../store/document.ts';
import type { StoreError } from '../../store/storeError.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';

/** A sealed quote as it was read, or what is wrong with its text. */
export interface ReadSealed {
  readonly quote: Quote | null;
  /** Its content is what was sealed. */
  readonly isSealed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a sealed quote, without computing anything anew. */
export async function readSealed(workspace: Workspace, path: string): Promise<Result<ReadSealed, StoreError>> {
  const document = await readDocument(workspace, path);
  if (!document.ok) return document;
  const read = readQuote(document.value.text);
  if (!read.ok) return ok({ quote: null, isSealed: false, diagnostics: read.error });
  return ok({ quote: read.value, isSealed: brokenSeals(read.value, sha256Text).length === 0, diagnostics: [] });
}
