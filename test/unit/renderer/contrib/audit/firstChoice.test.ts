import { describe, expect, it } from 'vitest';
import type { FileNode } from '../../../../../shared/rpc/views.ts';
import { filesFor } from '../../../../../renderer/contrib/audit/auditFile.ts';
import { firstChoice } from '../../../../../renderer/contrib/audit/firstChoice.ts';

const node = (path: string, kind: FileNode['kind'], children?: readonly FileNode[]): FileNode => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  kind,
  bytes: 1,
  ...(children ? { children } : {}),
});

const files = [
  node('exports', 'folder', [node('exports/acme.csv', 'file'), node('exports/invoices.csv', 'file')]),
  node('usage', 'folder', [node('usage/jan.csv', 'usage'), node('usage/feb.db', 'usage')]),
  node('acme.ledger', 'ledger'),
  node('acme.scenario.json', 'scenario'),
  node('README.md', 'file'),
];

describe('what an audit begins with', () => {
  it('is the ledger that it was opened for, and the terms of its name', () => {
    expect(firstChoice('acme.ledger', files)).toMatchObject({
      terms: 'acme.scenario.json',
      ledger: { kind: 'path', path: 'acme.ledger' },
      usage: null,
      invoices: null,
    });
  });

  it('is the ledger beside the scenario that it was opened for', () => {
    expect(firstChoice('acme.scenario.json', files).ledger).toEqual({ kind: 'path', path: 'acme.ledger' });
    expect(firstChoice('acme.scenario.json', files.slice(3)).ledger).toBeNull();
  });

  it('is the invoices where the file is called so', () => {
    expect(firstChoice('exports/invoices.csv', files)).toMatchObject({
      ledger: null,
      invoices: { kind: 'path', path: 'exports/invoices.csv' },
    });
  });

  it('is nothing but the only terms for a new audit', () => {
    expect(firstChoice('new', files)).toMatchObject({ terms: 'acme.scenario.json', ledger: null, invoices: null });
  });
});

describe('the files that a role offers', () => {
  it('are ledgers and their exports for a ledger, and never a database', () => {
    expect(filesFor('ledger', files)).toEqual([
      'exports/acme.csv',
      'exports/invoices.csv',
      'usage/jan.csv',
      'acme.ledger',
    ]);
    expect(filesFor('invoices', files)).not.toContain('acme.ledger');
    expect(filesFor('usage', files)).not.toContain('usage/feb.db');
  });
});
