import { z } from 'zod';
import { path } from './fields.ts';
import { method } from './method.ts';
import type { DamageView, SaveOutcome, VersionText, VersionView } from './views.ts';

const number = z.int().min(1).max(999_999_999);

/** The local history of a document: what it was before each save. */
export const versionMethods = {
  /** The versions that are kept, newest first; the one on disk is none of them. */
  'version.list': method<readonly VersionView[]>()(z.strictObject({ path })),
  /** A version to look at; null: what is on disk, damaged or not. */
  'version.read': method<VersionText>()(z.strictObject({ path, number: number.nullable() })),
  /** Puts a version back where the file on disk still is `expected` (null: gone), which becomes the newest version itself. */
  'version.restore': method<SaveOutcome>()(
    z.strictObject({
      path,
      number,
      expected: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
    }),
  ),
  /** What is wrong with a file, and the newest version with which nothing is; null where it is well. */
  'version.damage': method<DamageView | null>()(z.strictObject({ path })),
} as const;
