import { z } from 'zod';
import { path } from './fields.ts';
import { method } from './method.ts';

const trashed = z.string().regex(/^[\w.-]{10,60}$/);

/** What is done to the files of the workspace as files. */
export const fileMethods = {
  /** Renames or moves a file or a folder, never over another one. */
  'file.move': method<{ readonly path: string }>()(z.strictObject({ path, to: path })),
  /** Copies a file beside itself, under the next free name. */
  'file.duplicate': method<{ readonly path: string }>()(z.strictObject({ path })),
  /** Moves a file or a folder into the folder's own trash; `file.restore` brings it back from there. */
  'file.trash': method<{ readonly trashed: string }>()(z.strictObject({ path })),
  'file.restore': method<{ readonly path: string }>()(z.strictObject({ path, trashed })),
  'file.newFolder': method<{ readonly path: string }>()(z.strictObject({ path })),
} as const;
