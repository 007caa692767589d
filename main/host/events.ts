import type { RpcEventName, RpcEvents } from '../../shared/rpc/table.ts';

/** One event as every transport sends it. */
export type HostEvent = {
  [Name in RpcEventName]: { readonly event: Name; readonly payload: RpcEvents[Name] };
}[RpcEventName];

/** What the services tell, and who listens. */
export interface Events {
  emit(event: HostEvent): void;
  /** Gives back how to stop listening. */
  listen(listener: (event: HostEvent) => void): () => void;
}

export function createEvents(): Events {
  const listeners = new Set<(event: HostEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
