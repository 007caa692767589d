import { z } from 'zod';
import { method } from './method.ts';
import type { FileNode, WorkspaceView } from './views.ts';

const none = z.strictObject({});

/** The open folder, and those that were open before. */
export const workspaceMethods = {
  /** Opens a folder as the workspace, closing the one before; of a file, the folder around it, unless that is open already. */
  'workspace.open': method<WorkspaceView>()(z.strictObject({ folder: z.string().min(1).max(4096) })),
  /** The open workspace, or null. */
  'workspace.current': method<WorkspaceView | null>()(none),
  /** Lets go of the open folder: no workspace is open then. */
  'workspace.close': method<null>()(none),
  'workspace.files': method<readonly FileNode[]>()(none),
  /** Folders opened before, newest first. */
  'workspace.recent': method<readonly string[]>()(none),
  /** The folder that was open when the run before ended; null where it had been closed. */
  'workspace.last': method<string | null>()(none),
  /** Asks the platform for a folder; null where there is no dialog (a browser) or the user cancelled. */
  'workspace.pick': method<string | null>()(none),
} as const;
