import type { ServerResponse } from 'node:http';

const mostStreams = 32;
const signOfLifeMs = 15_000;
/** A page that does not read is let go; it connects again and asks anew. */
const mostUnreadBytes = 4 * 1024 * 1024;

/** The open event streams of all pages. */
export interface EventStreams {
  /** Takes a response whose head was sent; false where there are too many. */
  add(response: ServerResponse): boolean;
  send(event: unknown): void;
  count(): number;
  close(): void;
}

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (line: string) => {
    for (const response of open) {
      if (response.writableLength > mostUnreadBytes) response.destroy();
      else response.write(line);
    }
  };
  const timer = setInterval(() => write('\n'), signOfLifeMs).unref();
  return {
    add(response) {
      if (open.size >= mostStreams) return false;
      open.add(response);
      response.on('close', () => open.delete(response));
      return true;
    },
    count: () => open.size,
    send: (event) => write(`${JSON.stringify(event)}\n`),
    close() {
      clearInterval(timer);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
