import { describe, expect, it } from 'vitest';
import { isSecretName, shownText } from '../../../../../shared/interchange/importers/redact.ts';

describe('names of secrets', () => {
  it.each([
    'api_key',
    'API Key',
    'apikey',
    'x-api-key',
    'api_key_hash',
    'api_key_prefix',
    'access_token',
    'client_secret',
  ])('%s is one', (name) => expect(isSecretName(name)).toBe(true));
  it.each(['ContextTokens', 'tokens', 'token', 'key', 'id', 'request_key'])('%s is none', (name) =>
    expect(isSecretName(name)).toBe(false),
  );
});

describe('text that is shown', () => {
  it.each([
    ['GET /x?api_key=rf_SECRET&n=1', 'GET /x?api_key=[redacted]&n=1'],
    ['{"api_key": "rf_SECRET", "n": 1}', '{"api_key": "[redacted]", "n": 1}'],
    ['Authorization: Bearer rf_SECRET', 'Authorization: [redacted]'],
    ['access-token=rf_SECRET;x', 'access-token=[redacted];x'],
  ])('%s is masked', (text, shown) => expect(shownText(text)).toBe(shown));

  it('shows characters that would steer a terminal or turn the reading direction', () => {
    expect(shownText('a\u001b[31mb\u202ec\u0000d')).toBe('a·[31mb·c·d');
  });

  it('is cut at 200 characters, and quick on long text', () => {
    expect(shownText('api_key '.repeat(100_000))).toHaveLength(200);
  });
});
