import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf, refuseRequest } from '../../../../main/web/guard.ts';

const port = 4321;
const request = (headers: readonly (readonly [string, string])[], url = '/', method = 'GET') => ({
  rawHeaders: headers.flat(),
  url,
  method,
});
const host = ['Host', `127.0.0.1:${port}`] as const;
const origin = ['Origin', `http://127.0.0.1:${port}`] as const;

describe('the guard', () => {
  it('lets the page read and ask', () => {
    expect(refuseRequest(request([host]), port)).toBeNull();
    expect(refuseRequest(request([host, origin], '/rpc', 'POST'), port)).toBeNull();
  });

  it('never throws and never lets through what does not carry its own Host, whatever a request is made of (S2)', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('[::1', 'http://[', '::', '%', '\u0000', 'a'.repeat(9000)));
    const name = fc.constantFrom('Host', 'host', 'Origin', 'Sec-Fetch-Site', 'X');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, text)),
        text,
        fc.constantFrom('GET', 'POST', 'OPTIONS', ''),
        (headers, url, method) => {
          expect(refuseRequest(request(headers, url, method), port)).not.toBeNull();
        },
      ),
    );
  });

  it('never lets a path out of the page’s folder', () => {
    const part = fc.constantFrom('/', '..', '.', 'a', '%2e', '%2f', '\\', '%5c', '\u0000', '#', '?', '//', 'x.js', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const asked = request([host], `/${parts.join('')}`);
        if (refuseRequest(asked, port)) return;
        expect(
          pathOf(asked)
            .split('/')
            .slice(1)
            .every((segment) => !segment.startsWith('.') && /^[\w.-]*$/.test(segment)),
        ).toBe(true);
      }),
    );
  });
});
