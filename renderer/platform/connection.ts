import type { RpcCall, RpcEventName, RpcEvents } from '../../shared/rpc/table.ts';

export type RpcListener = <Name extends RpcEventName>(name: Name, payload: RpcEvents[Name]) => void;

/** How well the host can be reached: `gone` while calls fail, `expired` once it knows us no more. */
export type ConnectionState = 'open' | 'gone' | 'expired';

/** A host as the renderer sees it. */
export interface Connection {
  readonly kind: 'electron' | 'web';
  readonly call: RpcCall;
  /** Events of the host; call the result to stop. */
  on(listener: RpcListener): () => void;
  /** Changes of the connection; never called in Electron. */
  watch(listener: (state: ConnectionState) => void): () => void;
}
