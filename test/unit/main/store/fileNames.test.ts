import { describe, expect, it } from 'vitest';
import { nameFault, namesToTry, pathParts } from '../../../../main/store/fileNames.ts';
import { StoreFailure } from '../../../../main/store/storeError.ts';

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof StoreFailure ? error.error.code : 'thrown';
  }
}

describe('paths of the workspace (S18)', () => {
  it.each(['../x', 'a/../../x', '/etc/passwd', 'C:\\x', 'c:x', '\\\\server\\share', '\\\\?\\C:\\x'])(
    '%j leads out',
    (path) => {
      expect(codeOf(() => pathParts(path))).toBe('outside');
    },
  );

  it.each(['', 'a//b', './a', 'a/', 'a\0b'])('%j is no path', (path) => {
    expect(codeOf(() => pathParts(path))).toBe('bad-name');
  });

  it('are taken apart at each slash', () => {
    expect(pathParts('usage/jan 2026.csv')).toEqual(['usage', 'jan 2026.csv']);
  });
});

describe('names of new files (F42)', () => {
  it.each([
    'CON',
    'aux.',
    'nul.csv',
    'COM1.txt',
    'a:b',
    'x ',
    '.',
    '..',
    '.hidden',
    'a\u202eb',
    'a\nb',
    'é'.repeat(128),
  ])('%j is refused with a reason', (name) => {
    expect(nameFault(name)).not.toBeNull();
  });

  it.each(['acme.scenario.json', 'Kunde Ä 2026.csv', 'console.json', '計画.ledger'])('%j is fine', (name) => {
    expect(nameFault(name)).toBeNull();
  });

  it('are numbered before the extension where they are taken', () => {
    const names = namesToTry('runs/acme.v1.ledger');
    expect([names.next().value, names.next().value]).toEqual(['runs/acme.v1.ledger', 'runs/acme-2.v1.ledger']);
  });
});
