import type { RpcCall, RpcEventName } from '../../shared/rpc/table.ts';
import { readAnswer } from './answer.ts';
import type { Connection, RpcListener } from './connection.ts';

/** What the preload script exposes as `window.drawdown`. */
export interface ElectronBridge {
  call(text: string): Promise<string>;
  on(listener: (text: string) => void): () => void;
}

export function electronConnection(bridge: ElectronBridge): Connection {
  return {
    kind: 'electron',
    call: (async (name, params) => readAnswer(await bridge.call(JSON.stringify({ name, params })))) as RpcCall,
    on: (listener) => bridge.on((text) => deliver(text, listener)),
    watch: () => () => undefined,
  };
}

function deliver(text: string, listener: RpcListener): void {
  const { event, payload } = JSON.parse(text) as { event: RpcEventName; payload: never };
  listener(event, payload);
}
