import { beforeAll, describe, expect, it } from 'vitest';
import { inPlantedTree, lint } from './plantedTree.ts';

const boundary = 'boundaries(dependencies)';
const electron = `import { app } from 'electron';\nexport const name = app;\n`;
const lowdb = `import { Low } from 'lowdb';\nexport const low = Low;\n`;
const recharts = `import { Line } from 'recharts';\nexport const line = Line;\n`;
const node = `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`;

/** What is planted where, and the rule that must see it; null: allowed there. */
const cases: readonly (readonly [what: string, file: string, rule: string | null, text: string])[] = [
  ['electron in main/electron', 'main/electron/shell.ts', null, electron],
  ['electron in main/host', 'main/host/shell.ts', boundary, electron],
  ['electron in main/web', 'main/web/shell.ts', boundary, electron],
  ['electron in the renderer', 'renderer/platform/shell.ts', boundary, electron],
  ['electron in a contribution', 'renderer/contrib/bill/shell.ts', boundary, electron],
  ['lowdb in main/store', 'main/store/low.ts', null, lowdb],
  ['lowdb in main/host', 'main/host/low.ts', boundary, lowdb],
  ['lowdb in shared', 'shared/ledger/low.ts', boundary, lowdb],
  ['recharts in renderer/charts', 'renderer/charts/line.ts', null, recharts],
  ['recharts in a contribution', 'renderer/contrib/bill/line.ts', boundary, recharts],
  ['recharts in the workbench', 'renderer/workbench/line.ts', boundary, recharts],
  ['Node in main', 'main/store/read.ts', null, node],
  ['Node in shared', 'shared/engine/read.ts', boundary, node],
  ['Node in the renderer', 'renderer/base/read.ts', boundary, node],
  [
    'React in shared',
    'shared/engine/view.ts',
    boundary,
    `import { useState } from 'react';\nexport const use = useState;\n`,
  ],
  [
    'a dynamic import across the border',
    'renderer/base/late.ts',
    boundary,
    `export const late = () => import('../../main/store/read.ts');\n`,
  ],
  [
    'an export across the border',
    'renderer/base/through.ts',
    boundary,
    `export { read } from '../../main/store/read.ts';\n`,
  ],
  [
    'a test imported by the app',
    'main/host/spy.ts',
    boundary,
    `import { spied } from '../../test/support/spied.ts';\nexport const spy = spied;\n`,
  ],
  ['a clock in shared', 'shared/engine/now.ts', 'drawdown(pure)', 'export const now = () => Date.now();\n'],
  ['today in shared', 'shared/engine/today.ts', 'drawdown(pure)', 'export const today = () => new Date();\n'],
  ['a given date in shared', 'shared/engine/given.ts', null, 'export const given = (at: number) => new Date(at);\n'],
  ['chance in shared', 'shared/engine/chance.ts', 'drawdown(pure)', 'export const chance = () => Math.random();\n'],
  ['printing in shared', 'shared/engine/print.ts', 'drawdown(pure)', `export const print = () => console.log('x');\n`],
  ['a default export', 'shared/base/whole.ts', 'import(no-default-export)', 'export default 1;\n'],
  ['a barrel', 'shared/base/all.ts', 'drawdown(no-barrel)', `export * from './given.ts';\n`],
  ['an index file', 'shared/base/index.ts', 'drawdown(file-name)', 'export const one = 1;\n'],
  ['a file in kebab case', 'shared/base/two-words.ts', 'drawdown(file-name)', 'export const one = 1;\n'],
  [
    'raw HTML',
    'renderer/base/Raw.tsx',
    'drawdown(no-raw-html)',
    `export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n`,
  ],
  [
    'innerHTML',
    'renderer/base/inner.ts',
    'drawdown(no-raw-html)',
    `export const set = (node: Element) => (node.innerHTML = '');\n`,
  ],
  [
    'a shell',
    'main/host/shellOut.ts',
    'drawdown(no-shell)',
    `import { exec } from 'node:child_process';\nexport const run = exec;\n`,
  ],
  [
    'a spawn with a shell',
    'main/host/spawnOut.ts',
    'drawdown(no-shell)',
    `import { spawn } from 'node:child_process';\nexport const run = () => spawn('ls', { shell: true });\n`,
  ],
  [
    'a promise left alone',
    'main/host/left.ts',
    'typescript(no-floating-promises)',
    'const later = async () => 1;\nexport function start(): void {\n  later();\n}\n',
  ],
  [
    'a cycle',
    'shared/base/there.ts',
    'import(no-cycle)',
    `import { here } from './here.ts';\nexport const there = () => here;\n`,
  ],
  ['eval', 'main/host/evil.ts', 'eslint(no-eval)', `export const evil = (text: string) => eval(text);\n`],
  [
    'a focused test',
    'test/unit/focused.test.ts',
    'vitest(no-focused-tests)',
    `import { expect, it } from 'vitest';\nit.only('x', () => expect(1).toBe(1));\n`,
  ],
];

const others = {
  'test/support/spied.ts': 'export const spied = 1;\n',
  'shared/base/given.ts': 'export const given = 1;\n',
  'shared/base/here.ts': `import { there } from './there.ts';\nexport const here = () => there;\n`,
};

describe('Lint rules (S31)', () => {
  let broken: ReadonlyMap<string, ReadonlySet<string>>;
  beforeAll(() => {
    const planted = Object.fromEntries(cases.map(([, file, , text]) => [file, text]));
    broken = inPlantedTree({ ...others, ...planted }, lint);
  });

  it.each(cases.filter(([, , rule]) => rule !== null))('refuse %s', (_what, file, rule) => {
    expect([...(broken.get(file) ?? [])]).toContain(rule);
  });

  it.each(cases.filter(([, , rule]) => rule === null))('allow %s', (_what, file) => {
    expect([...(broken.get(file) ?? [])]).toEqual([]);
  });
});
