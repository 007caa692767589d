import type { IncomingMessage } from 'node:http';
import { refusals, type Refusal } from './refusal.ts';

/** The parts of a request that the guard looks at. */
export type GuardedRequest = Pick<IncomingMessage, 'rawHeaders' | 'url' | 'method'>;

/** A path of plain names: no escapes, no empty or dotted segments. What follows `?` is never read. */
const target = /^(\/(?:(?!\.)[A-Za-z0-9_.-]+(?:\/(?!\.)[A-Za-z0-9_.-]+)*)?)(?:\?[\x21\x22\x24-\x7e]*)?$/;
const longestTarget = 2048;

/**
 * What is wrong with where a request comes from and goes to, or null. Host, then target, then origin: a page that got here by
 * a rebound name or from another site learns nothing. Never throws, whatever the headers are.
 */
export function refuseRequest(request: GuardedRequest, port: number): Refusal | null {
  return refuseHost(request, port) ?? refuseTarget(request) ?? refuseOrigin(request, port);
}

/** The path of a request that passed the guard, without what follows `?`. */
export function pathOf(request: GuardedRequest): string {
  return target.exec(request.url ?? '')?.[1] ?? '/';
}

/** Every value that a header was sent with; Node itself keeps only the first of some. */
export function headerValues({ rawHeaders }: GuardedRequest, name: string): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === name);
}

function refuseHost(request: GuardedRequest, port: number): Refusal | null {
  const [host, ...more] = headerValues(request, 'host');
  if (host === undefined || more.length > 0) return { ...refusals.badRequest, silent: true };
  return host === `127.0.0.1:${port}` ? null : refusals.badHost;
}

function refuseTarget({ url = '' }: GuardedRequest): Refusal | null {
  return url.length <= longestTarget && target.test(url) ? null : refusals.badTarget;
}

/** Browsers send `Origin` with every POST; a script that reads (`GET`) from elsewhere is told by `Sec-Fetch-Site`. */
function refuseOrigin(request: GuardedRequest, port: number): Refusal | null {
  const origins = headerValues(request, 'origin');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const ownOrigin = origins.length === 1 && origins[0] === `http://127.0.0.1:${port}`;
  if (!ownOrigin && !(reads && origins.length === 0)) return refusals.foreign;
  const sites = headerValues(request, 'sec-fetch-site');
  return sites.every((site) => site === 'same-origin' || (site === 'none' && reads)) ? null : refusals.foreign;
}
