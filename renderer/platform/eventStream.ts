import type { ConnectionState, RpcListener } from './connection.ts';

interface Ears {
  readonly event: RpcListener;
  state(state: ConnectionState): void;
}

const retryMs = 1000;

/** Reads the host's event stream for as long as the page lives, connecting again whenever it ends. */
export function listenToEvents(token: string, ears: Ears): void {
  void (async () => {
    for (;;) {
      const known = await readStream(token, ears).catch(() => true);
      if (!known) return ears.state('expired');
      ears.state('gone');
      await new Promise((wake) => setTimeout(wake, retryMs));
    }
  })();
}

/** Reads one stream to its end. False: the host does not know the token. */
async function readStream(token: string, ears: Ears): Promise<boolean> {
  const response = await fetch('/events', { headers: { 'x-drawdown-token': token } });
  if (response.status === 401) return false;
  if (!response.ok || !response.body) return true;
  ears.state('open');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') deliver(line, ears);
  }
  return true;
}

function deliver(line: string, ears: Ears): void {
  const { event, payload } = JSON.parse(line) as { event: 'workspace.changed'; payload: never };
  ears.event(event, payload);
}
