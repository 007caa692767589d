import { describe, expect, it } from 'vitest';
import { importTarget, scenarioFiles } from '../../../../../renderer/contrib/interchange/scenarioFiles.ts';
import type { FileNode } from '../../../../../shared/rpc/views.ts';

const node = (path: string, kind: FileNode['kind'], children?: readonly FileNode[]): FileNode => ({
  path,
  name: path,
  kind,
  bytes: 0,
  ...(children ? { children } : {}),
});

it('scenarios are found in folders within folders', () => {
  const files = [
    node('a.scenario.json', 'scenario'),
    node('deals', 'folder', [node('deals/b.scenario.json', 'scenario'), node('deals/x.csv', 'usage')]),
  ];
  expect(scenarioFiles(files)).toEqual(['a.scenario.json', 'deals/b.scenario.json']);
});

describe('where an import is written', () => {
  it('is the usage folder beside its scenario', () => {
    expect(importTarget('trace.csv', 'deals/acme.scenario.json')).toBe('deals/usage/trace.csv');
    expect(importTarget('usage.db', null)).toBe('usage/usage.csv');
  });

  it('never leads out of it, whatever the file is called', () => {
    expect(importTarget('..\\..\\evil.csv', null)).toBe('usage/evil.csv');
    expect(importTarget('../../.bashrc', null)).toBe('usage/import.csv');
    expect(importTarget('März 2026 (final).csv', null)).toBe('usage/März-2026-final.csv');
  });
});
