import { describe, expect, it } from 'vitest';
import { isSecretName, looksSecret, shownRow, shownText } from '../../../../../shared/interchange/importers/redact.ts';

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

describe('values that look like keys', () => {
  it.each([
    `sk-${'live-0a1b2c3d4e5f6a7b8c9d'}`,
    `rf_${'0123456789abcdef'}`,
    `AKIA${'ABCDEFGHIJKLMNOP'}`,
    `ghp_${'a1'.repeat(18)}`,
    `xoxb-${'1234567890-abc'}`,
    `AIza${'x'.repeat(35)}`,
    `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJzdWIiOiIxMjM0NTYifQ.`,
    `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
  ])('%s does, alone and within a text', (value) => {
    expect(looksSecret(value)).toBe(true);
    expect(shownText(`before ${value} after`)).not.toContain(value.slice(8));
  });

  it.each([
    'request-7',
    'task-model-2026-01-05-abcdef',
    'risk-of-everything-and-more',
    '9b2f5c1e-8a77-4c1d-9d5e-0f6a7b8c9d0e',
  ])('%s does not', (value) => expect(looksSecret(value)).toBe(false));

  it('are looked for in a long text in no time', () => {
    const started = performance.now();
    for (const text of ['sk-', 'eyJ', 'eyJaaaaaaaaaaa.', '-----BEGIN ', 'xoxb-']) looksSecret(text.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a row that cannot be read', () => {
  it('is cut, and not shown at all beside a column of keys', () => {
    expect(shownRow(['at', 'images'], 'x'.repeat(500))).toHaveLength(80);
    expect(shownRow(['at', 'API key'], 'never;Qm7RkPz4')).toBe('[redacted]');
  });
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
