import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ElectronRuntime } from './electronRuntime.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The program of the packed app, which is there once it is packed. */
export const packedProgram = path.join(root, 'build/test/packed/linux-unpacked/drawdown');

/** Packs the built app as for a release, but with the given Electron and open to the test's inspector. */
export async function packApp({ folder, version }: ElectronRuntime): Promise<void> {
  const cli = path.join(root, 'node_modules/electron-builder/cli.js');
  const settings = [`electronDist=${folder}`, `electronVersion=${version}`, 'directories.output=build/test/packed'];
  const args = [cli, '--linux', 'dir', '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)];
  const env = { ...process.env, DRAWDOWN_TEST_BUILD: '1' };
  await promisify(execFile)(process.execPath, args, { cwd: root, env, maxBuffer: 1e8 });
}
