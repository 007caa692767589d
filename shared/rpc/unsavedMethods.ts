import { z } from 'zod';
import { path } from './fields.ts';
import { method } from './method.ts';

const text = z.string().max(20_000_000);

/** One step of undo: `removed` at `at` became `inserted`. Places count UTF-16 units. */
const step = z.strictObject({
  label: z.string().max(1000),
  at: z.int().min(0),
  removed: text,
  inserted: text,
  /** Steps with the same key in quick succession become one. */
  merge: z.string().max(5000).nullable(),
  timeMs: z.number(),
});
const steps = z.array(step.readonly()).max(1000).readonly();

/** What is kept of an open document: its text where that is not saved, and its undo. */
export const unsavedWork = z.strictObject({
  path,
  /** Null: as on disk in version `sha256`. */
  text: text.nullable(),
  /** The version on disk that it came from; null: there was none. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  undo: steps,
  redo: steps,
});

/** One step of undo. */
export type UndoStep = Readonly<z.infer<typeof step>>;

/** What is kept of an open document. */
export type UnsavedWork = Readonly<z.infer<typeof unsavedWork>>;

/** All that was kept of a workspace, and what of it cannot be read, in words. */
export interface KeptWork {
  readonly works: readonly UnsavedWork[];
  readonly faults: readonly string[];
}

const none = z.strictObject({});

/** Unsaved work of the open workspace, kept by the host so that it survives the end of page, host and machine. */
export const unsavedMethods = {
  /** What was kept. A file that cannot be read is set aside under another name, and told in `faults`. */
  'unsaved.list': method<KeptWork>()(none),
  /** Keeps a document's work in place of what was kept of it; on disk when it returns. */
  'unsaved.keep': method<null>()(unsavedWork),
  'unsaved.drop': method<null>()(z.strictObject({ path })),
  /** Answers `host.closing`: the page has kept what it had. */
  'unsaved.done': method<null>()(none),
} as const;
