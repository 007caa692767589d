import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSecrets } from './findSecrets.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** What is made, fetched or kept by Git itself; the lock file is all hashes. */
const passedOver = new Set(['node_modules', 'build', '.git', 'package-lock.json']);
const binary = /\.(png|db|db-wal|woff2?|ttf|ico|gif)$/;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (passedOver.has(entry.name) || binary.test(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(file) : entry.isFile() ? [file] : [];
  });
}

describe('Secrets (S49)', () => {
  it('are in no file of the project', () => {
    const files = filesBelow('');
    expect(files.length).toBeGreaterThan(800);
    const found = files.flatMap((file) =>
      findSecrets(readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}:${line}`),
    );
    expect(found).toEqual([]);
  });

  // In two pieces each, or this file would be found too.
  it.each([
    `const key = 'sk-${'live-0a1b2c3d4e5f6a7b8c9d'}';`,
    `AWS_ACCESS_KEY_ID=AKIA${'ABCDEFGHIJKLMNOP'}`,
    `-----BEGIN EC ${'PRIVATE'} KEY-----`,
    `//registry.example/:_auth${'Token'}: "${'aB3dE5gH7jK9mN1pQ3sT'}"`,
    `pass${'word'} = "${'hunter2Hunter2Hunter2'}"`,
    `${'https'}://deploy:s3cr3tpass@git.example/drawdown.git`,
    `{"api_${'key'}": "${'0123456789abcdef'.repeat(2)}"}`,
  ])('would be found: %s', (line) => {
    expect(findSecrets(`first\n${line}\nlast`)).toEqual([2]);
  });

  it.each([
    "const tokenHeader = 'x-drawdown-token';",
    "token: 'code-page-mark',",
    'secret: isSecretName(name),',
    'https://127.0.0.1:8080/',
  ])('are not seen in %s', (line) => {
    expect(findSecrets(line)).toEqual([]);
  });
});
