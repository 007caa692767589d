import { createStore, type StoreApi } from 'zustand/vanilla';
import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { noRun, type BillRun } from './billRun.ts';

type Runs = Readonly<Record<string, BillRun>>;

/** What the bills need of the workbench. */
export type BillHost = Pick<Workbench, 'rpc' | 'documents' | 'problems' | 'on'>;

/**
 * The bills of the scenarios that somebody looks at, recomputed as their texts change. One run at a time for each; of the
 * texts typed meanwhile only the latest is run next. A run that takes its time gives way to a newer text at once.
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

  /** Stops a run that takes its time. */
  async cancel(path: string): Promise<void> {
    await this.#host.rpc('bill.cancel', { path });
  }

  /** Computes the bill of the same text once more. */
  again(path: string): void {
    const following = this.#followed.get(path);
    if (!following) return;
    following.ran = null;
    void this.#run(path, following);
  }

  #begin(path: string): Following {
    const following: Following = { readers: 0, ran: null, run: null, stop: () => undefined };
    this.#followed.set(path, following);
    const stopText = this.#host.documents.store.subscribe(() => this.#textChanged(path, following));
    const stopFiles = this.#host.on('workspace.changed', () => {
      following.ran = null;
      this.#textChanged(path, following);
    });
    const stopProgress = this.#host.on('bill.progress', ({ path: of, step }) => {
      if (of === path && following.run) this.#put(path, { step });
    });
    following.stop = () => {
      stopText();
      stopFiles();
      stopProgress();
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
    if (following.run) void this.cancel(path).catch(() => undefined);
    this.#host.problems.set('bill', path, []);
    const { [path]: _gone, ...rest } = this.store.getState();
    this.store.setState(rest, true);
  }

  #textChanged(path: string, following: Following): void {
    const document = this.#host.documents.get(path);
    // At once: the host then computes while the page draws what was typed.
    if (document && document.text !== following.ran) void this.#run(path, following);
  }

  async #run(path: string, following: Following): Promise<void> {
    const text = this.#host.documents.get(path)?.text;
    if (text === undefined || text === following.ran) return;
    const before = following.run;
    if (before && (this.#now(path).step === null || before.text === text)) return;
    const run = { text };
    following.run = run;
    following.ran = text;
    this.#put(path, { running: true, step: null, cancelled: false });
    const change = await this.#outcome(path, text);
    if (following.run !== run) return;
    following.run = null;
    if (following.readers === 0) return;
    if (change.diagnostics) this.#host.problems.set('bill', path, change.diagnostics);
    this.#put(path, { ...change, running: false, step: null });
    this.#textChanged(path, following);
  }

  async #outcome(path: string, text: string): Promise<Partial<BillRun>> {
    try {
      const { bill, diagnostics } = await this.#host.rpc('bill.compute', { path, text });
      return { bill: bill ?? this.#now(path).bill, stale: bill === null, diagnostics, failure: null };
    } catch (error) {
      const cancelled = error instanceof RpcFailure && error.code === 'cancelled';
      return cancelled ? { stale: true, cancelled } : { stale: true, failure: messageOf(error) };
    }
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
  /** The latest run, while it goes on. */
  run: { readonly text: string } | null;
  stop(): void;
}
