import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Result } from '../../shared/base/result.ts';
import { err, ok } from '../../shared/base/result.ts';
import type { Host } from '../host/host.ts';
import { securityHeaders } from '../platform/securityHeaders.ts';
import type { Allowance } from './allowance.ts';
import { json, jsonText, type Answer } from './answer.ts';
import type { EventStreams } from './eventStreams.ts';
import { headerValues, pathOf } from './guard.ts';
import { callPiece, type createPieces } from './pieces.ts';
import { readBody } from './readBody.ts';
import { refusals, type Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import type { createPageFiles } from '../platform/pageFiles.ts';

/** What the routes work on. */
export interface RouteParts {
  readonly host: Host;
  readonly session: Session;
  readonly streams: EventStreams;
  readonly pieces: ReturnType<typeof createPieces>;
  readonly files: ReturnType<typeof createPageFiles>;
  /** Requests with the session's token, and those without, are counted apart: strangers cannot use up the user's share. */
  readonly known: Allowance;
  readonly unknown: Allowance;
  readonly now: () => number;
}

/** An answer, a refusal, or a response that the route went on writing itself. */
export type RouteOutcome = Answer | Refusal | 'streaming';

const codeBody = z.strictObject({ code: z.string().max(256) });

/** Serves requests that passed the guard. */
export function createRoutes(parts: RouteParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<RouteOutcome> => {
    const known = hasSession(parts, request);
    if (!(known ? parts.known : parts.unknown).take(parts.now())) return refusals.tooMany;
    const path = pathOf(request);
    if (path === '/events') return request.method === 'GET' ? openEvents(parts, known, response) : refusals.badMethod;
    if (path === '/session') return postJson(request, true, (text) => exchange(parts, text));
    if (path === '/rpc') return postJson(request, known, async (text) => jsonText(await parts.host.callText(text)));
    if (path === '/rpc/pieces') return postJson(request, known, (text) => putPiece(parts, text));
    return sendFile(parts, request, path);
  };
}

function hasSession({ session }: RouteParts, request: IncomingMessage): boolean {
  const tokens = headerValues(request, 'x-drawdown-token');
  return tokens.length === 1 && session.admits(tokens[0]!);
}

async function postJson(
  request: IncomingMessage,
  admitted: boolean,
  take: (text: string) => Promise<RouteOutcome> | RouteOutcome,
): Promise<RouteOutcome> {
  if (request.method !== 'POST') return refusals.badMethod;
  if (!/^application\/json(?: *; *charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
    return refusals.notJson;
  if (!admitted) return refusals.noSession;
  const body = await readBody(request);
  return body.ok ? take(body.value) : body.error;
}

function exchange({ session }: RouteParts, text: string): RouteOutcome {
  const body = parse(codeBody, text);
  if (!body.ok) return body.error;
  const token = session.exchange(body.value.code);
  return token === null ? refusals.badCode : json({ token });
}

async function putPiece({ host, pieces, now }: RouteParts, text: string): Promise<RouteOutcome> {
  const piece = parse(callPiece, text);
  if (!piece.ok) return piece.error;
  const put = pieces.put(piece.value, now());
  if (put.kind === 'complete') return jsonText(await host.callText(put.text));
  if (put.kind === 'kept') return json({ ok: true, value: null });
  return put.kind === 'lost' ? refusals.lostCall : refusals.tooLarge;
}

function openEvents({ streams }: RouteParts, known: boolean, response: ServerResponse): RouteOutcome {
  if (!known) return refusals.noSession;
  if (!streams.add(response)) return refusals.tooMany;
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('\n');
  return 'streaming';
}

async function sendFile({ files }: RouteParts, request: IncomingMessage, path: string): Promise<RouteOutcome> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusals.badMethod;
  const file = await files.get(path);
  if (!file) return refusals.notFound;
  return { type: file.type, cache: file.cache, body: file.bytes, headOnly: request.method === 'HEAD' };
}

function parse<Schema extends z.ZodType>(schema: Schema, text: string): Result<z.infer<Schema>, Refusal> {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : err(refusals.badBody);
  } catch {
    return err(refusals.badBody);
  }
}
