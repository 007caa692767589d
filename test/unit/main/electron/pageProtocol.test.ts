import { describe, expect, it } from 'vitest';
import { answerPageRequest } from '../../../../main/electron/pageProtocol.ts';
import { contentSecurityPolicy } from '../../../../main/platform/securityHeaders.ts';

const asked: string[] = [];
const files = {
  get: async (path: string) => {
    asked.push(path);
    return path === '/' ? { type: 'text/html', cache: 'no-cache', bytes: Buffer.from('<p>page</p>') } : null;
  },
};
const answer = (url: string, method = 'GET') => answerPageRequest({ url, method } as Request, files);

describe('The page’s own scheme (S26)', () => {
  it('serves a file with its type and the headers of both hosts', async () => {
    const response = await answer('app://drawdown/');
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/html',
      'cache-control': 'no-cache',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    ['app://drawdown/none.js', 'GET', 404],
    ['app://drawdown/?query', 'GET', 404],
    ['app://drawdown/%2e%2e/package.json', 'GET', 404],
    ['app://drawdown/..%2f..%2fetc/passwd', 'GET', 404],
    ['app://drawdown/%00', 'GET', 404],
    ['app://drawdown/', 'POST', 405],
    ['app://elsewhere/', 'GET', 400],
    ['app://user@drawdown/', 'GET', 400],
  ])('answers %s %s with %i and the policy', async (url, method, status) => {
    const response = await answer(url, method);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });
});
