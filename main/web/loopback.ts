import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../host/host.ts';
import { createAllowance } from './allowance.ts';
import { answer, answerRaw, refuse } from './answer.ts';
import { createEventStreams } from './eventStreams.ts';
import { refuseRequest } from './guard.ts';
import { createPieces } from './pieces.ts';
import { refusals } from './refusal.ts';
import { createRoutes } from './routes.ts';
import { createSession } from './session.ts';
import { createPageFiles } from '../platform/pageFiles.ts';

/** The host on loopback, listening. */
export interface Loopback {
  readonly port: number;
  /** The page's address without a code. */
  readonly address: string;
  /** A new one-time code. */
  issueCode(): string;
  /** Pages that listen to events. */
  pages(): number;
  /** Stops listening at once and lets go of every page. The host itself stays open. */
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly host: Host;
  /** The built page. */
  readonly page: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Milliseconds that never fall. */
  readonly now: () => number;
  /** Instead of the usual limits of time. */
  readonly limits?: {
    readonly headersTimeout?: number;
    readonly requestTimeout?: number;
    readonly connectionsCheckingInterval?: number;
  };
}

const usualLimits = {
  maxHeaderSize: 32 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 10_000,
};
const mostConnections = 512;

/** Serves a host on 127.0.0.1, and nowhere else. Rejects where the port is taken. */
export async function listenOnLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { host, page, port, now, limits } = options;
  const session = createSession();
  const streams = createEventStreams();
  const forget = host.onEvent((event) => streams.send(event));
  const route = createRoutes({
    host,
    session,
    streams,
    now,
    pieces: createPieces(),
    files: createPageFiles(page),
    known: createAllowance({ perSecond: 100, burst: 400 }),
    unknown: createAllowance({ perSecond: 100, burst: 400 }),
  });
  // Node answers a missing Host header by itself, without our headers: the guard does it instead.
  const server = createServer({ ...usualLimits, ...limits, requireHostHeader: false });
  const onRequest = (request: IncomingMessage, response: ServerResponse) =>
    void serve({ request, response, port: portOf(server), route });
  server.on('request', onRequest).on('checkExpectation', onRequest);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => answerRaw(socket, refusalOfParser(error.code)));
  server.on('connect', (_request, socket) => answerRaw(socket, refusals.badMethod));
  server.on('upgrade', (_request, socket) => answerRaw(socket, refusals.badRequest));
  server.maxConnections = mostConnections;
  await listening(server, port);
  return {
    port: portOf(server),
    address: `http://127.0.0.1:${portOf(server)}/`,
    pages: () => streams.count(),
    issueCode: () => session.issueCode(),
    async close() {
      forget();
      streams.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Served {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly port: number;
  readonly route: ReturnType<typeof createRoutes>;
}

/** The edge: whatever goes wrong below becomes an answer, never the end of the process. */
async function serve({ request, response, port, route }: Served): Promise<void> {
  try {
    request.on('error', () => response.destroy());
    const refusal = refuseRequest(request, port);
    if (refusal) return await refuse(request, response, refusal);
    const outcome = await route(request, response);
    if (outcome === 'streaming') return;
    if ('code' in outcome) return await refuse(request, response, outcome);
    answer(response, outcome);
  } catch {
    await refuse(request, response, refusals.bug).catch(() => response.destroy());
  }
}

function refusalOfParser(code: string | undefined) {
  if (code === 'HPE_HEADER_OVERFLOW') return refusals.headersTooLarge;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? refusals.tooSlow : refusals.badRequest;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve();
    });
  });
}
