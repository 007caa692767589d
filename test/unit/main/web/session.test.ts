import { describe, expect, it } from 'vitest';
import { createSession } from '../../../../main/web/session.ts';

describe('a session (S7)', () => {
  it('admits the token that a code was exchanged for, and no other text', () => {
    const session = createSession();
    const token = session.exchange(session.issueCode())!;
    expect(session.admits(token)).toBe(true);
    expect(
      [`${token} `, token.slice(1), '', createSession().exchange('')].map((text) => session.admits(text ?? '')),
    ).toEqual([false, false, false, false]);
  });

  it('keeps every code that was issued until it is used, and burns it then', () => {
    const session = createSession();
    const [first, second] = [session.issueCode(), session.issueCode()];
    expect(session.exchange(second)).not.toBeNull();
    expect(session.exchange(first)).not.toBeNull();
    expect([first, second].map((code) => session.exchange(code))).toEqual([null, null]);
  });

  it('gives the same token for each code, and another one at each start', () => {
    const session = createSession();
    const token = session.exchange(session.issueCode());
    expect(session.exchange(session.issueCode())).toBe(token);
    const other = createSession();
    expect(other.exchange(other.issueCode())).not.toBe(token);
  });

  it('takes no code of another start', () => {
    expect(createSession().exchange(createSession().issueCode())).toBeNull();
  });
});
