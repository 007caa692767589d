/** What a worker is told. A task is sent once to each worker that takes parts of its job. */
export type ToWorker =
  | { readonly do: 'load'; readonly job: number; readonly kind: string; readonly task: unknown }
  | { readonly do: 'part'; readonly job: number; readonly index: number; readonly part: unknown }
  | { readonly do: 'drop'; readonly job: number };

/** What a worker answers to a part. */
export type FromWorker =
  | { readonly job: number; readonly index: number; readonly ok: true; readonly piece: unknown }
  | { readonly job: number; readonly index: number; readonly ok: false; readonly stack: string };
