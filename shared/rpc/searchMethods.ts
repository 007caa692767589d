import { z } from 'zod';
import { job, path } from './fields.ts';
import { method } from './method.ts';
import type { SearchView } from './searchViews.ts';

/** What to look for. */
export const searchQuery = {
  text: z.string().min(1).max(1000),
  /** Capitals count. */
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
  /** The text is a regular expression, looked for line by line. */
  regex: z.boolean(),
};

/** Search over the files of the workspace. */
export const searchMethods = {
  /**
   * Looks for a text in the files of the workspace, on threads of its own: a newer search of the same `job` ends the one before, and
   * one that finds no end is stopped with what was found by then.
   */
  'search.run': method<SearchView>()(
    z.strictObject({
      job,
      ...searchQuery,
      /** At most so many places. */
      most: z.int().min(1).max(2000),
      /** Texts as they are being edited, in place of their files. */
      unsaved: z.array(z.strictObject({ path, text: z.string().max(1_000_000) })).max(20),
    }),
  ),
  /** Stops a search: its call is then refused with `cancelled`. False: it was over, or never began. */
  'search.cancel': method<{ readonly cancelled: boolean }>()(z.strictObject({ job })),
} as const;
