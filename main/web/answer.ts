import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { securityHeaders } from '../platform/securityHeaders.ts';
import { drain } from './readBody.ts';
import type { Refusal } from './refusal.ts';

/** What a request is answered with when it is taken. */
export interface Answer {
  readonly type: string;
  readonly cache: string;
  readonly body: string | Buffer;
  /** Only the head is asked for. */
  readonly headOnly?: boolean;
}

export function json(value: unknown): Answer {
  return jsonText(JSON.stringify(value));
}

export function jsonText(text: string): Answer {
  return { type: 'application/json; charset=utf-8', cache: 'no-store', body: text };
}

export function answer(response: ServerResponse, { type, cache, body, headOnly }: Answer): void {
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': type,
    'cache-control': cache,
    'content-length': Buffer.byteLength(body),
  });
  response.end(headOnly ? undefined : body);
}

/** Refuses after the rest of the body was let go by, and closes the connection. */
export async function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): Promise<void> {
  if (response.headersSent) return void response.destroy();
  await drain(request);
  const body = refusal.silent ? '' : refusalText(refusal);
  response.writeHead(refusal.status, { ...securityHeaders, ...refusalHeaders(body), connection: 'close' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Refuses where Node made no response of its own: what came in was not HTTP, too large, too slow, or asked for a tunnel. */
export function answerRaw(socket: Duplex, refusal: Refusal): void {
  if (!socket.writable) return void socket.destroy();
  const body = refusalText(refusal);
  const headers = Object.entries({ ...securityHeaders, ...refusalHeaders(body), connection: 'close' });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${refusal.status} Refused\r\n${head}\r\n${body}`, () => socket.destroy());
}

function refusalHeaders(body: string) {
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(Buffer.byteLength(body)),
  };
}

function refusalText({ code, message }: Refusal): string {
  return JSON.stringify({ ok: false, error: { code, message } });
}
