import { createStore, type StoreApi } from 'zustand/vanilla';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { noRun, type BillRun } from './billRun.ts';

type Runs = Readonly<Record<string, BillRun>>;

/** What the bills need of the workbench. */
export type BillHost = Pick<Workbench, 'rpc' | 'documents' | 'problems' | 'on'>;

/**
 * The bills of the scenarios that somebody looks at, recomputed as their texts change. One run at a time for each; of the
 * texts typed meanwhile only the latest is run next.
 */
export class BillRuns {
  readonly store: StoreApi<Runs> = createStore<Runs>(() => ({}));
  readonly #host: BillHost;
  readonly #followed = new Map<string, Following>();

  constructor(host: BillHost) {
    this.#host = host;
  }

  /** Keeps the bill of a document up to date until the result is called. */
  follow(path: string): () => void {
    const following = this.#followed.get(path) ?? this.#begin(path);
    following.readers += 1;
    return () => {
      following.readers -= 1;
      if (following.readers === 0) this.#end(path, following);
    };
  }

  #begin(path: string): Following {
    const following: Following = { readers: 0, ran: null, running: false, due: false, stop: () => undefined };
    this.#followed.set(path, following);
    const stopText = this.#host.documents.store.subscribe(() => this.#textChanged(path, following));
    const stopFiles = this.#host.on('workspace.changed', () => {
      following.ran = null;
      this.#textChanged(path, following);
    });
    following.stop = () => {
      stopText();
      stopFiles();
    };
    this.#put(path, { running: true });
    void this.#open(path, following);
    return following;
  }

  async #open(path: string, following: Following): Promise<void> {
    try {
      await this.#host.documents.open(path);
      await this.#run(path, following);
    } catch (error) {
      this.#put(path, { running: false, failure: messageOf(error) });
    }
  }

  #end(path: string, following: Following): void {
    following.stop();
    this.#followed.delete(path);
    this.#host.problems.set('bill', path, []);
    const { [path]: _gone, ...rest } = this.store.getState();
    this.store.setState(rest, true);
  }

  #textChanged(path: string, following: Following): void {
    const document = this.#host.documents.get(path);
    if (!document || document.text === following.ran) return;
    if (following.due) return;
    following.due = true;
    // A change may come in several steps.
    queueMicrotask(() => {
      following.due = false;
      if (following.readers > 0) void this.#run(path, following);
    });
  }

  async #run(path: string, following: Following): Promise<void> {
    const text = this.#host.documents.get(path)?.text;
    if (following.running || text === undefined || text === following.ran) return;
    following.running = true;
    following.ran = text;
    this.#put(path, { running: true });
    try {
      const { bill, diagnostics } = await this.#host.rpc('bill.compute', { path, text });
      if (following.readers === 0) return;
      this.#host.problems.set('bill', path, diagnostics);
      const kept = bill ?? this.#now(path).bill;
      this.#put(path, { bill: kept, stale: bill === null, diagnostics, running: false, failure: null });
    } catch (error) {
      if (following.readers > 0) this.#put(path, { running: false, stale: true, failure: messageOf(error) });
    } finally {
      following.running = false;
    }
    if (following.readers > 0) this.#textChanged(path, following);
  }

  #now(path: string): BillRun {
    return this.store.getState()[path] ?? noRun;
  }

  #put(path: string, change: Partial<BillRun>): void {
    if (this.#followed.has(path)) this.store.setState({ [path]: { ...this.#now(path), ...change } });
  }
}

interface Following {
  readers: number;
  /** The text of the latest run. */
  ran: string | null;
  running: boolean;
  /** A run is about to begin. */
  due: boolean;
  stop(): void;
}
