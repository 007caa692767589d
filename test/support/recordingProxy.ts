import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that writes down what it is asked for and answers nothing. */
export interface RecordingProxy {
  /** What an Electron is started with to ask through it, even for what is on this machine. */
  readonly switches: readonly string[];
  readonly asked: readonly string[];
  close(): void;
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    switches: [
      `--proxy-server=http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
    asked,
    close: () => void proxy.close(),
  };
}
