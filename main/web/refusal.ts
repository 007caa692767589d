/** Why the transport does not take a request. `silent` ones are answered without a body. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly silent?: boolean;
}

/** One place for what the loopback host refuses, and with which status. */
export const refusals = {
  badHost: { status: 421, code: 'bad-host', message: 'This host answers to its own address only.', silent: true },
  badRequest: { status: 400, code: 'bad-request', message: 'This is not a request that the host understands.' },
  badTarget: { status: 400, code: 'bad-target', message: 'This is not an address of this host.' },
  foreign: { status: 403, code: 'foreign', message: 'Requests from other sites are not taken.' },
  noSession: {
    status: 401,
    code: 'no-session',
    message: 'The page has no session with this host: enter a one-time code.',
  },
  badCode: { status: 401, code: 'bad-code', message: 'This one-time code is not valid, or was used already.' },
  notFound: { status: 404, code: 'not-found', message: 'There is no such file.' },
  badMethod: { status: 405, code: 'bad-method', message: 'This address does not take that method.' },
  notJson: { status: 415, code: 'not-json', message: 'A body has the content type application/json.' },
  badText: { status: 400, code: 'bad-text', message: 'A body is UTF-8 text.' },
  badBody: { status: 400, code: 'bad-body', message: 'The body is not as the protocol says.' },
  tooLarge: { status: 413, code: 'too-large', message: 'The body is too large: send a large call in pieces.' },
  tooSlow: { status: 408, code: 'too-slow', message: 'The request took too long to arrive.' },
  headersTooLarge: { status: 431, code: 'headers-too-large', message: 'The headers are too large.' },
  lostCall: { status: 409, code: 'lost-call', message: 'Pieces of this call are missing: send it anew.' },
  tooMany: { status: 429, code: 'too-many', message: 'Too many requests at once: try again in a second.' },
  closing: { status: 503, code: 'closing', message: 'The host is about to stop.' },
  bug: { status: 500, code: 'bug', message: 'The host met a mistake of its own.' },
} as const satisfies Record<string, Refusal>;
