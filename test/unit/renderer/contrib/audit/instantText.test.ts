import { describe, expect, it } from 'vitest';
import { instantText } from '../../../../../renderer/contrib/audit/instantText.ts';

describe('an instant in a column', () => {
  it('loses what is zero and nothing else', () => {
    expect(instantText('2026-02-01T00:00:00Z', 'UTC')).toBe('2026-02-01');
    expect(instantText('2026-02-01T08:30:00Z', 'UTC')).toBe('2026-02-01 08:30');
    expect(instantText('2026-02-01T00:00:07Z', 'UTC')).toBe('2026-02-01 00:00:07');
    expect(instantText('2026-02-01T08:30:00.250Z', 'UTC')).toBe('2026-02-01 08:30:00.25');
    expect(instantText('2026-02-01T00:00:00.001Z', 'UTC')).toBe('2026-02-01 00:00:00.001');
  });

  it('is the time of the terms, in summer too', () => {
    expect(instantText('2026-02-01T05:00:00Z', 'America/New_York')).toBe('2026-02-01');
    expect(instantText('2026-07-01T04:00:00Z', 'America/New_York')).toBe('2026-07-01');
  });

  it('stays as it is where it cannot be read', () => {
    expect(instantText('someday', 'UTC')).toBe('someday');
  });
});
