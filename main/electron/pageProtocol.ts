import { protocol, type Session } from 'electron';
import type { PageFiles } from '../platform/pageFiles.ts';
import { securityHeaders } from '../platform/securityHeaders.ts';
import { isOurs, scheme } from './page.ts';

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves the built page, and nothing else, under the scheme. */
export function servePage(session: Session, files: PageFiles): void {
  session.protocol.handle(scheme, (request) => answerPageRequest(request, files));
}

/** One answer: a file of the page by its exact path, or a refusal without a body. */
export async function answerPageRequest({ url, method }: Request, files: PageFiles): Promise<Response> {
  if (!isOurs(url)) return refuse(400);
  if (method !== 'GET') return refuse(405);
  const { pathname, search } = new URL(url);
  const file = search === '' ? await files.get(pathname) : null;
  if (!file) return refuse(404);
  const headers = { ...securityHeaders, 'content-type': file.type, 'cache-control': file.cache };
  return new Response(new Uint8Array(file.bytes), { headers });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
