import { createStore, type StoreApi } from 'zustand/vanilla';
import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { createKeptChoices, type KeptChoices } from './keptChoices.ts';
import type { LiveFailure, LiveOutcome, LiveQuestion, LiveRun } from './liveRun.ts';

/** How long changes must rest before the whole sample is asked for. */
const restMs = 250;

/** What live runs need of the workbench. */
export type LiveHost = Pick<Workbench, 'rpc' | 'documents' | 'on'>;

/** One kind of question about documents. */
export interface LiveKind<Choice extends object, Answer> {
  /** Names its jobs. */
  readonly name: string;
  readonly first: Choice;
  /** Whether what is chosen about a document is kept with the workspace, for the next start. */
  readonly isKept?: boolean;
  /** Null: the choice is not whole yet, and nothing is asked. */
  ask(rpc: Workbench['rpc'], question: LiveQuestion<Choice>): Promise<LiveOutcome<Answer>> | null;
  /** Whether a change of the choice alone asks anything else of the host. Absent: every change does. */
  asks?(change: Partial<Choice>): boolean;
  /** Whether a rough answer would be as good. */
  isSmall(choice: Choice): boolean;
}

/**
 * Answers that follow documents and choices as they change: roughly at once, from the whole sample when changes rest. One
 * rough run at a time for each document, then the latest change; a whole run gives way to any change. Late answers are dropped.
 */
export class LiveRuns<Choice extends object, Answer> {
  readonly store: StoreApi<Readonly<Record<string, LiveRun<Choice, Answer>>>> = createStore(() => ({}));
  readonly #host: LiveHost;
  readonly #kind: LiveKind<Choice, Answer>;
  readonly #followed = new Map<string, Following>();
  readonly #kept: KeptChoices<Choice> | null;

  constructor(host: LiveHost, kind: LiveKind<Choice, Answer>) {
    this.#host = host;
    this.#kind = kind;
    this.#kept = kind.isKept ? createKeptChoices(host.rpc, kind.name, kind.first) : null;
    host.on('forecast.progress', ({ job, step, part }) => {
      const found = [...this.#followed].find(([, following]) => following.job === job);
      if (found && this.run(found[0]).running) this.#put(found[0], { running: { job, step, part } });
    });
  }

  run(path: string): LiveRun<Choice, Answer> {
    return this.store.getState()[path] ?? this.#fresh();
  }

  /** Keeps the answer about a document up to date until the result is called. */
  follow(path: string): () => void {
    const following = this.#followed.get(path) ?? this.#begin(path);
    following.readers += 1;
    return () => {
      following.readers -= 1;
      if (following.readers === 0) this.#end(path, following);
    };
  }

  /** Asks something else about a document. */
  choose(path: string, change: Partial<Choice>): void {
    const choice = { ...this.run(path).choice, ...change };
    this.store.setState({ [path]: { ...this.run(path), choice } });
    this.#kept?.keep(path, choice);
    const following = this.#followed.get(path);
    if (following && (this.#kind.asks?.(change) ?? true)) this.#changed(path, following);
  }

  /** Asks the same again, from the whole sample. */
  again(path: string): void {
    const following = this.#followed.get(path);
    if (following) void this.#ask(path, following, false);
  }

  /** Stops the run of a document. */
  async cancel(path: string): Promise<void> {
    const following = this.#followed.get(path);
    if (!following || !this.run(path).running) return;
    this.#rest(following);
    following.again = false;
    following.whole = false;
    await this.#host.rpc('forecast.cancel', { job: following.job });
  }

  #fresh(): LiveRun<Choice, Answer> {
    const nothing = { answer: null, stale: false, rough: false, running: null, diagnostics: [], failure: null };
    return { ...nothing, choice: this.#kind.first, cancelled: false };
  }

  #begin(path: string): Following {
    const job = `${this.#kind.name}-${crypto.randomUUID()}`;
    const following: Following = {
      readers: 0,
      job,
      serial: 0,
      roughRuns: false,
      again: false,
      whole: false,
      text: null,
      timer: null,
    };
    this.#followed.set(path, following);
    const stopText = this.#host.documents.store.subscribe(() => {
      if (this.#host.documents.get(path)?.text !== following.text) this.#changed(path, following);
    });
    const stopFiles = this.#host.on('workspace.changed', () => this.#changed(path, following));
    following.stop = () => {
      stopText();
      stopFiles();
    };
    void this.#open(path, following);
    return following;
  }

  async #open(path: string, following: Following): Promise<void> {
    try {
      await this.#recall(path);
      await this.#host.documents.open(path);
      if (following.text === null) this.#changed(path, following);
    } catch (error) {
      this.#put(path, { running: null, failure: failureOf(error) });
    }
  }

  /** Takes up what was chosen before the last restart, but for what somebody chose meanwhile. */
  async #recall(path: string): Promise<void> {
    const { choice } = this.run(path);
    const kept = await this.#kept?.of(path);
    if (kept && this.run(path).choice === choice) this.#put(path, { choice: kept });
  }

  #end(path: string, following: Following): void {
    following.stop?.();
    this.#rest(following);
    following.serial += 1;
    this.#followed.delete(path);
    void this.#kept?.flush();
    if (this.run(path).running) void this.#host.rpc('forecast.cancel', { job: following.job }).catch(() => undefined);
    this.store.setState({ [path]: { ...this.run(path), running: null } });
  }

  #rest(following: Following): void {
    if (following.timer !== null) clearTimeout(following.timer);
    following.timer = null;
  }

  /** Answers roughly now, and from the whole sample when nothing changes any more. */
  #changed(path: string, following: Following): void {
    const text = this.#host.documents.get(path)?.text;
    if (text === undefined) return;
    following.text = text;
    following.whole = false;
    this.#rest(following);
    if (this.#kind.isSmall(this.run(path).choice)) return void this.#ask(path, following, false);
    following.timer = setTimeout(() => {
      following.timer = null;
      if (following.roughRuns) following.whole = true;
      else void this.#ask(path, following, false);
    }, restMs);
    if (following.roughRuns) following.again = true;
    else void this.#ask(path, following, true);
  }

  async #ask(path: string, following: Following, rough: boolean): Promise<void> {
    const text = this.#host.documents.get(path)?.text;
    if (text === undefined || this.#followed.get(path) !== following) return;
    const { choice } = this.run(path);
    const { job } = following;
    const asked = this.#kind.ask(this.#host.rpc, { job, path, text, choice, rough });
    if (!asked) return;
    const serial = ++following.serial;
    following.roughRuns = rough;
    following.again = false;
    following.whole &&= rough;
    this.#put(path, { running: { job, step: 'Beginning', part: null }, cancelled: false });
    const outcome = await settled(asked);
    if (following.serial !== serial) return;
    following.roughRuns = false;
    this.#put(path, { running: null, ...this.#after(path, outcome, rough) });
    if (following.again) void this.#ask(path, following, true);
    else if (following.whole) void this.#ask(path, following, false);
  }

  #after(path: string, outcome: Settled<Answer>, rough: boolean): Partial<LiveRun<Choice, Answer>> {
    if (!outcome.ok) {
      if (outcome.failure.code === 'cancelled') return { cancelled: true };
      return { failure: outcome.failure, stale: true };
    }
    const { answer, diagnostics } = outcome.value;
    const kept = answer ?? this.run(path).answer;
    return {
      answer: kept,
      diagnostics,
      stale: answer === null,
      rough: answer ? rough : this.run(path).rough,
      failure: null,
    };
  }

  #put(path: string, change: Partial<LiveRun<Choice, Answer>>): void {
    if (this.#followed.has(path)) this.store.setState({ [path]: { ...this.run(path), ...change } });
  }
}

type Settled<Answer> =
  { readonly ok: true; readonly value: LiveOutcome<Answer> } | { readonly ok: false; readonly failure: LiveFailure };

async function settled<Answer>(asked: Promise<LiveOutcome<Answer>>): Promise<Settled<Answer>> {
  try {
    return { ok: true, value: await asked };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): LiveFailure {
  return { code: error instanceof RpcFailure ? error.code : 'failed', message: messageOf(error) };
}

interface Following {
  readers: number;
  readonly job: string;
  /** Of the latest question; answers to earlier ones are dropped. */
  serial: number;
  roughRuns: boolean;
  /** Something changed while a rough run was on its way. */
  again: boolean;
  /** Changes have rested while a rough run was on its way: the whole sample comes next. */
  whole: boolean;
  /** The text of the latest change. */
  text: string | null;
  timer: ReturnType<typeof setTimeout> | null;
  stop?(): void;
}
