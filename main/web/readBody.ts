import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../shared/base/result.ts';
import { refusals, type Refusal } from './refusal.ts';

/** Largest body of one request, in bytes. */
export const largestBody = 1024 * 1024;
/** What is still read of a refused body, so that the other side gets to see the answer. */
const mostDrainedBytes = 8 * 1024 * 1024;
const mostDrainedMs = 2000;

/** The body as text: UTF-8, checked, of bounded size. */
export async function readBody(request: IncomingMessage): Promise<Result<string, Refusal>> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return err(refusals.tooLarge);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBody) return err(refusals.tooLarge);
    chunks.push(chunk);
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return err(refusals.badText);
  }
}

/** Reads on without keeping anything, for a bounded time: a connection closed on unread bytes loses the answer. */
export async function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  await new Promise<void>((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, mostDrainedMs);
    const done = () => (clearTimeout(timer), resolve());
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostDrainedBytes) done();
    });
    request.on('end', done).on('error', done).on('close', done);
    request.resume();
  });
}
