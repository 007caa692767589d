import { z } from 'zod';
import { path } from './fields.ts';
import { method } from './method.ts';
import type { TrashedItem } from './views.ts';

const trashed = z.string().regex(/^[\w.-]{10,60}$/);

/** What is done to the files of the workspace as files. */
export const fileMethods = {
  /** Renames or moves a file or a folder, never over another one. */
  'file.move': method<{ readonly path: string }>()(z.strictObject({ path, to: path })),
  /** Copies a file, or a folder with what is in it, to a path, or the next free name beside it. */
  'file.copy': method<{ readonly path: string }>()(z.strictObject({ path, to: path })),
  /** Writes a file that was put in to a path, or the next free name beside it. */
  'file.add': method<{ readonly path: string }>()(z.strictObject({ upload: z.string().max(64), path })),
  /** Moves a file or a folder into the folder's own trash; `file.restore` brings it back from there. */
  'file.trash': method<{ readonly trashed: string }>()(z.strictObject({ path })),
  'file.restore': method<{ readonly path: string }>()(z.strictObject({ path, trashed })),
  /** What lies in the trash, the newest first. */
  'trash.list': method<readonly TrashedItem[]>()(z.strictObject({})),
  /** Removes these from the trash for good. */
  'trash.empty': method<{ readonly removed: number }>()(z.strictObject({ trashed: z.array(trashed).max(20_000) })),
  /** Shows a file, or the workspace itself (null), in the system's file manager; where there is none, its path is all there is. */
  'file.reveal': method<{ readonly absolute: string; readonly shown: boolean }>()(
    z.strictObject({ path: path.nullable() }),
  ),
  'file.newFolder': method<{ readonly path: string }>()(z.strictObject({ path })),
} as const;
