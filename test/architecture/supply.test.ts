import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly unknown[];
  readonly licenses?: readonly unknown[];
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly integrity?: string; readonly resolved?: string; readonly license?: string }
    >
  >;
};

describe('What the project is built from', () => {
  it('is pinned to exact versions, and none of it is needed at run time (S46)', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('is locked with a strong hash each, and comes from a registry alone', () => {
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://'))).toEqual([]);
  });

  it('is no more than was meant, under licences that allow it (S47)', () => {
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    expect(Object.keys(manifest.devDependencies).length).toBeLessThanOrEqual(50);
    expect(packages.length).toBeLessThanOrEqual(700);
    const others = packages.filter(([, { license = '' }]) => !license.split(/ AND /).every(isAllowed));
    expect(others.map(([name, { license }]) => `${name}: ${license}`)).toEqual([]);
  });

  it('can be listed whole, each with its licence and hash, and is with every release (S47)', () => {
    const text = execFileSync('npm', ['sbom', '--package-lock-only', '--offline', '--sbom-format', 'cyclonedx'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { components } = JSON.parse(text) as { readonly components: readonly Component[] };
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const locked = Object.entries(lock.packages).filter(([place]) => place !== '');
    const missing = locked.filter(
      ([place, { version }]) => !listed.has(`${place.split('node_modules/').at(-1)}@${version}`),
    );
    expect(missing.map(([place]) => place)).toEqual([]);
    expect(components.filter(({ hashes, licenses }) => !hashes?.length || !licenses?.length)).toEqual([]);
    const release = read('.github/workflows/release.yml');
    expect(release).toContain('npm sbom --package-lock-only --sbom-format cyclonedx > build/packed/drawdown.cdx.json');
    expect(release.split('path: |')[1]).toContain('build/packed/drawdown.cdx.json');
  });

  it('is looked up among known faults each week, and its signatures are checked (S45)', () => {
    const audit = read('.github/workflows/audit.yml');
    expect(audit).toContain('schedule:');
    expect(audit).toContain('run: npm audit --audit-level=high\n');
    expect(audit).toContain('run: npm audit signatures\n');
  });

  it('holds one version of what keeps the app shut (S44)', () => {
    for (const name of ['electron', '@electron/asar', 'react', 'react-dom', 'zod']) {
      const versions = Object.keys(lock.packages).filter((place) => place.endsWith(`node_modules/${name}`));
      expect({ name, places: versions.length }).toEqual({ name, places: 1 });
    }
  });

  it('runs no script while it is installed, here and where it is tested (S43)', () => {
    expect(read('.ci/run')).toMatch(/^npm ci$/m);
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post|prepare|install)/.test(name))).toEqual([]);
    expect(read('.npmrc').split('\n')).toEqual(
      expect.arrayContaining(['ignore-scripts=true', 'save-exact=true', 'package-lock=true', 'audit-level=high']),
    );
  });

  it('is built elsewhere by actions pinned to a commit, which may only read (S49)', () => {
    const folder = '.github/workflows';
    for (const file of readdirSync(path.join(root, folder))) {
      const text = read(`${folder}/${file}`);
      const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action!);
      expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
      expect(text).toContain('permissions:\n  contents: read\n');
    }
  });
});

const allowed = new Set(
  'MIT ISC Apache-2.0 MPL-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 0BSD OFL-1.1 CC0-1.0 CC-BY-4.0 Python-2.0 WTFPL'.split(
    ' ',
  ),
);

/** Whether one of the licences that are offered is allowed. */
function isAllowed(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((each) => allowed.has(each));
}
