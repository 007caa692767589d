import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import packages from './debianPackages.json' with { type: 'json' };

/** As root on Debian, installs the packages of the list that are missing; elsewhere says what is, and tests are skipped. */
export async function installDebianPackages(): Promise<void> {
  if (!existsSync('/usr/bin/dpkg-query')) return;
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !isDebian()) {
    console.log(`Not installed, so the tests that need them are skipped: ${missing.join(' ')}`);
    return;
  }
  console.log(`Installing ${missing.join(' ')} …`);
  if (apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', ...missing)) return;
  console.log('That failed, so the tests that need them are skipped.');
}

/** Debian itself: elsewhere the same name can mean another package. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return stdout.trim() === 'installed';
}

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
