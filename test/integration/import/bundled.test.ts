import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { makeScratch } from '../../support/importPorts.ts';

const launcher = fileURLToPath(new URL('../../../main/cli/drawdown.mjs', import.meta.url));
const sample = fileURLToPath(new URL('../../fixtures/usage/inference-usage-sample.db', import.meta.url));

it('the built command line finds its database reader and reads a usage database', async () => {
  const scratch = makeScratch();
  try {
    const env = { ...process.env, DRAWDOWN_HOME: scratch.ports.appFolder };
    const args = [launcher, 'import', sample, '--preview'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: scratch.folder, env });
    expect(stdout).toContain('Rows read: 3; usage rows: 1; refused: 0; left out: 2');
  } finally {
    scratch.remove();
  }
}, 120_000);
