import { beforeAll, describe, expect, it } from 'vitest';
import { compile, inPlantedTree } from './plantedTree.ts';

/** What a part of the program must not be able to name, so that its `lib`, `types` or references refuse it. */
const cases: readonly (readonly [what: string, file: string, text: string])[] = [
  ['the DOM in shared', 'shared/base/dom.ts', 'export const title = document.title;\n'],
  ['Node in shared', 'shared/base/node.ts', 'export const home = process.env;\n'],
  ['the DOM in main', 'main/host/dom.ts', 'export const title = document.title;\n'],
  ['Node in the renderer', 'renderer/base/node.ts', 'export const home = process.env;\n'],
  [
    'main in the renderer',
    'renderer/base/over.ts',
    `import { kept } from '../../main/store/kept.ts';\nexport const over = kept;\n`,
  ],
  [
    'the renderer in main',
    'main/host/over.ts',
    `import { seen } from '../../renderer/base/seen.ts';\nexport const over = seen;\n`,
  ],
  [
    'main in shared',
    'shared/base/over.ts',
    `import { kept } from '../../main/store/kept.ts';\nexport const over = kept;\n`,
  ],
  ['an unchecked index', 'shared/base/index0.ts', 'export const first = (row: number[]): number => row[0];\n'],
  ['an enum', 'shared/base/colour.ts', 'export enum Colour {\n  Red,\n}\n'],
];

const others = {
  'main/store/kept.ts': 'export const kept = 1;\n',
  'renderer/base/seen.ts': 'export const seen = 1;\n',
  'test/unit/none.ts': 'export const none = 1;\n',
};

describe('Type separation', () => {
  it('is content with a tree in which nothing is wrong', () => {
    const good = { ...others, 'shared/base/good.ts': 'export const good = 1;\n' };
    expect(inPlantedTree(good, compile)).toBe('');
  });

  describe('refuses', () => {
    const said: Record<string, string> = {};
    beforeAll(() => {
      for (const part of ['shared', 'main', 'renderer']) {
        const own = cases.filter(([, file]) => file.startsWith(part)).map(([, file, text]) => [file, text]);
        const good = part === 'shared' ? {} : { 'shared/base/good.ts': 'export const good = 1;\n' };
        said[part] = inPlantedTree({ ...others, ...good, ...Object.fromEntries(own) }, compile);
      }
    });

    it.each(cases)('%s', (_what, file) => {
      expect(said[file.split('/')[0]!]).toContain(`${file}(`);
    });
  });
});
