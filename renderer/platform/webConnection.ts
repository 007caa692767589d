import type { RpcCall } from '../../shared/rpc/table.ts';
import { readAnswer } from './answer.ts';
import type { Connection, ConnectionState, RpcListener } from './connection.ts';
import { listenToEvents } from './eventStream.ts';
import { RpcFailure } from '../../shared/rpc/rpcFailure.ts';

const pieceChars = 200_000;

/** The host on loopback, by HTTP with the token of this tab. */
export function webConnection(token: string): Connection {
  const watchers = new Set<(state: ConnectionState) => void>();
  const listeners = new Set<RpcListener>();
  let state: ConnectionState = 'open';
  const tell = (next: ConnectionState): void => {
    if (state === next || state === 'expired') return;
    state = next;
    for (const watcher of watchers) watcher(next);
  };
  listenToEvents(token, {
    state: tell,
    event: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
  });
  return {
    kind: 'web',
    call: (async (name, params) => readAnswer(await send(token, JSON.stringify({ name, params }), tell))) as RpcCall,
    on: (listener) => added(listeners, listener),
    watch: (watcher) => added(watchers, watcher),
  };
}

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => set.delete(item);
}

async function send(token: string, text: string, tell: (state: ConnectionState) => void): Promise<string> {
  if (text.length <= pieceChars) return post('/rpc', token, text, tell);
  const call = crypto.randomUUID().replaceAll('-', '');
  const of = Math.ceil(text.length / pieceChars);
  let answer = '';
  for (let piece = 0; piece < of; piece++) {
    const part = text.slice(piece * pieceChars, (piece + 1) * pieceChars);
    answer = await post('/rpc/pieces', token, JSON.stringify({ call, piece, of, text: part }), tell);
    readAnswer(answer);
  }
  return answer;
}

async function post(
  route: string,
  token: string,
  body: string,
  tell: (state: ConnectionState) => void,
): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-drawdown-token': token };
  const response = await fetch(route, { method: 'POST', headers, body }).catch(() => null);
  if (response?.status === 429) {
    await new Promise((wake) => setTimeout(wake, 1000));
    return post(route, token, body, tell);
  }
  tell(response === null ? 'gone' : response.status === 401 ? 'expired' : 'open');
  const answer = response === null ? '' : await response.text().catch(() => '');
  if (answer !== '') return answer;
  throw new RpcFailure({ code: 'unreachable', message: 'Drawdown in the terminal does not answer' });
}
