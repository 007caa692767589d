import type { Outcome } from './dispatch.ts';
import type { HostEvent } from './events.ts';

/** The services behind the table of methods, for any transport. */
export interface Host {
  /** Serves one call, whatever it is made of. Never rejects. */
  call(name: unknown, params: unknown): Promise<Outcome>;
  /** Serves `{ "name", "params" }` as JSON text, read strictly; answers `{ "ok", … }` as JSON text. Never rejects. */
  callText(text: string): Promise<string>;
  /** Gives back how to stop listening. */
  onEvent(listener: (event: HostEvent) => void): () => void;
  /** Notes and tells a mistake met outside of any call; gives its details. */
  failed(error: unknown): string;
  /** Before an end: asks that many pages to keep their unsaved work, and waits for them, but not for long. */
  askPages(pages: number): Promise<void>;
  /** Waits for calls that run, then lets go of the workspace and of scratch files. */
  close(): Promise<void>;
}
