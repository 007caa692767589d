import { describe, expect, it } from 'vitest';
import { holds } from '../../../../renderer/platform/when.ts';

const values = { editor: 'ledger', dirty: true, workspaceReadOnly: false, activePath: null, count: 3 };

describe('conditions on context keys', () => {
  it('a key alone holds where it is set and not false', () => {
    expect(holds('dirty', values)).toBe(true);
    expect(holds('workspaceReadOnly', values)).toBe(false);
    expect(holds('neverSet', values)).toBe(false);
    expect(holds('!neverSet', values)).toBe(true);
  });

  it('a key is compared with a word, as text', () => {
    expect(holds('editor == ledger', values)).toBe(true);
    expect(holds('editor != ledger', values)).toBe(false);
    expect(holds("editor == 'bill'", values)).toBe(false);
    expect(holds('count == 3', values)).toBe(true);
    expect(holds("activePath == ''", values)).toBe(true);
  });

  it('and binds closer than or, brackets closer than both', () => {
    expect(holds('dirty || dirty && neverSet', values)).toBe(true);
    expect(holds('(dirty || dirty) && neverSet', values)).toBe(false);
    expect(holds('editor == ledger && !(workspaceReadOnly || neverSet)', values)).toBe(true);
  });

  it.each(['', 'dirty &&', '(dirty', 'dirty)', '== ledger', 'dirty editor', 'a # b'])('refuses to read %o', (when) => {
    expect(() => holds(when, values)).toThrow(SyntaxError);
  });
});
