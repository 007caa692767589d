import type { ComponentType } from 'react';
import type { Place } from '../../shared/base/diagnostic.ts';

/** A place to show in an editor. `serial` grows with each request, so that the same place can be asked for twice. */
export interface Reveal {
  readonly serial: number;
  /** JSON path such as `timeline[2].plan`. */
  readonly path?: string;
  readonly place?: Place;
  /** Ledger row, from 1. */
  readonly row?: number;
}

/** What an editor's component gets. The address is `scheme:path`. */
export interface EditorProps {
  readonly uri: string;
  readonly path: string;
  /** It is the editor in front in the active group. */
  readonly active: boolean;
  readonly reveal: Reveal | null;
}

/** A kind of editor: what addresses of one scheme open as. */
export interface EditorKind {
  readonly scheme: string;
  /** Title of the tab; the file's name where absent. */
  title?(path: string): string;
  /** Said after the title where two tabs of one file are open: `Bill`, `Text`. */
  readonly label?: string;
  /** Codicon name. */
  readonly icon: string;
  /** Path of the document that this editor edits, for the dirty mark, save and undo; null or absent where it edits none. */
  document?(path: string): string | null;
  /** `() => import('./BillEditor.tsx').then((m) => m.BillEditor)`: loaded when first opened. */
  load(): Promise<ComponentType<EditorProps>>;
}

export interface OpenOptions {
  /** Open in the group beside (made where there is none), leaving the focus where it is unless `focus`. */
  readonly side?: boolean;
  readonly focus?: boolean;
  /** False opens a preview that the next preview replaces. */
  readonly pinned?: boolean;
  readonly reveal?: Omit<Reveal, 'serial'>;
}

export interface Editors {
  /** Opens or brings to the front. A file's path without scheme is opened by its kind: `openFile`. */
  open(uri: string, options?: OpenOptions): void;
  /** Opens a file of the workspace as its kind opens: a scenario as form with its bill beside. */
  openFile(path: string, options?: OpenOptions): void;
  /** Closes the editor everywhere; asks first where unsaved work would be lost. False: the user kept it. */
  close(uri: string): Promise<boolean>;
  /** Tells where in its document an editor is, as a JSON path, for the breadcrumbs. */
  tellPlace(uri: string, path: string): void;
  /** Address of the editor in front in the active group. */
  active(): string | null;
  /** All open addresses. */
  all(): readonly string[];
  /** Shows something that was closed again, or replaces one address by another (after a rename). */
  replace(uri: string, by: string): void;
}
