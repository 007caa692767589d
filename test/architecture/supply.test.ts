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

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string }>>;
};

describe('What the project is built from', () => {
  it('is pinned to exact versions, and none of it is needed at run time', () => {
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

  it('runs no script while it is installed', () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post|prepare|install)/.test(name))).toEqual([]);
    expect(read('.npmrc').split('\n')).toEqual(
      expect.arrayContaining(['ignore-scripts=true', 'save-exact=true', 'package-lock=true', 'audit-level=high']),
    );
  });

  it('is built elsewhere by actions pinned to a commit, which may only read', () => {
    const folder = '.github/workflows';
    for (const file of readdirSync(path.join(root, folder))) {
      const text = read(`${folder}/${file}`);
      const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action!);
      expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
      expect(text).toContain('permissions:\n  contents: read\n');
    }
  });
});
