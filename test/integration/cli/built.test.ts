import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, withFile } from './captured.ts';

const launcher = fileURLToPath(new URL('../../../main/cli/drawdown.mjs', import.meta.url));

it('the built command line finds its threads, ends when they are done, and gives what the sources give', async () => {
  const model = { id: 'a', credits: true, level: 9, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
  const folder = withFile('a.json', scenarioOf({ usage: { models: [model] } }));
  const args = ['forecast', 'a.json', '--paths', '700', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, [launcher, ...args], { cwd: folder });
  expect(stdout).toBe((await drawdown(folder, ...args)).stdout);
}, 120_000);
