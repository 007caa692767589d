import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTree, findNodeAtLocation } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { walkthroughs } from '../../../../../renderer/contrib/welcome/walkthroughs.ts';
import { contributions } from '../../../../../renderer/entry/contributions.ts';
import type { Connection } from '../../../../../renderer/platform/connection.ts';
import { createShell } from '../../../../../renderer/workbench/createShell.ts';

const connection = {
  kind: 'web',
  call: () => Promise.reject(new Error('no host')),
  on: () => () => undefined,
  watch: () => () => undefined,
} as unknown as Connection;
const samples = path.resolve(import.meta.dirname, '../../../../../main/host/samples');

describe.each(walkthroughs)('the walkthrough "$title"', (walk) => {
  it('has three to five steps of different names, the first of which opens its sample', () => {
    expect(walk.steps.length).toBeGreaterThanOrEqual(3);
    expect(walk.steps.length).toBeLessThanOrEqual(5);
    expect(new Set(walk.steps.map(({ id }) => id)).size).toBe(walk.steps.length);
    expect(walk.steps[0]).toMatchObject({ acts: [], until: 'opened' });
  });

  it('does only what is a command, and each step ends with what it does or with an edit', () => {
    const { shell } = createShell(connection, contributions);
    const known = shell.allCommands.map(({ id }) => id);
    for (const { acts, until } of walk.steps.slice(1)) {
      expect(acts).not.toEqual([]);
      expect(known).toEqual(expect.arrayContaining(acts.map(({ command }) => command)));
      if (typeof until === 'object') expect(acts.at(-1)?.command).toBe(until.command);
      else expect(until).toBe('edited');
    }
  });

  it('speaks of a scenario and of fields that its sample has', () => {
    const root = parseTree(readFileSync(path.join(samples, walk.sample, walk.scenario), 'utf8'))!;
    const fields = walk.steps.flatMap(({ acts }) =>
      acts.flatMap(({ args }) =>
        typeof args === 'object' && args !== null && 'jsonPath' in args ? [args.jsonPath] : [],
      ),
    );
    for (const field of fields) {
      const at = String(field)
        .split(/[.[\]]+/)
        .filter((part) => part !== '')
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      expect(findNodeAtLocation(root, at)).toBeDefined();
    }
  });
});
