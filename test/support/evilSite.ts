import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that serves an empty page under every name, and remembers what it was asked. */
export interface EvilSite {
  readonly port: number;
  readonly asked: readonly string[];
  close(): void;
}

export async function startEvilSite(): Promise<EvilSite> {
  const asked: string[] = [];
  const site: Server = createServer((request, response) => {
    asked.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Evil</title>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return { port: (site.address() as AddressInfo).port, asked, close: () => void site.close() };
}
