import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchFolder, type FolderWatch } from '../../../../main/host/watchFolder.ts';

describe('a watched folder', () => {
  let root: string;
  let told: string[];
  let times: number;
  let watching: FolderWatch;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'drawdown-watch-'));
    mkdirSync(join(root, 'usage'));
    told = [];
    times = 0;
    watching = watchFolder(root, (paths) => {
      told.push(...paths);
      times += 1;
    });
  });
  afterEach(() => {
    watching.close();
    rmSync(root, { recursive: true, force: true });
  });
  const tells = async (path: string) => {
    await expect.poll(() => told, { timeout: 4000 }).toContain(path);
  };

  it('tells of files made, changed, moved and removed, in folders too', async () => {
    writeFileSync(join(root, 'a.json'), '{}');
    writeFileSync(join(root, 'usage', 'b.csv'), '');
    await tells('a.json');
    await tells('usage/b.csv');
    told = [];
    renameSync(join(root, 'a.json'), join(root, 'c.json'));
    rmSync(join(root, 'usage', 'b.csv'));
    await tells('c.json');
    await tells('usage/b.csv');
  });

  it('tells once of a burst', async () => {
    for (let number = 0; number < 200; number++) writeFileSync(join(root, `${number % 5}.json`), `${number}`);
    await tells('4.json');
    expect(times).toBeLessThan(5);
  });

  it('follows folders that come later, and outlives those that go', async () => {
    mkdirSync(join(root, 'later', 'deep'), { recursive: true });
    await tells('later');
    writeFileSync(join(root, 'later', 'deep', 'd.json'), '');
    await tells('later/deep/d.json');
    rmSync(join(root, 'later'), { recursive: true });
    rmSync(join(root, 'usage'), { recursive: true });
    writeFileSync(join(root, 'e.json'), '');
    await tells('e.json');
  });

  it('passes over names with a dot in front, ours among them', async () => {
    mkdirSync(join(root, '.drawdown'));
    writeFileSync(join(root, '.a.json.tmp'), '');
    writeFileSync(join(root, 'b.json'), '');
    await tells('b.json');
    expect(told.filter((path) => path.includes('.a.json') || path.includes('.drawdown'))).toEqual([]);
  });

  it('survives the loss of the folder itself, and tells nothing after it was closed', async () => {
    rmSync(root, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 400));
    watching.close();
    const before = told.length;
    mkdirSync(root);
    writeFileSync(join(root, 'a.json'), '');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told.length).toBe(before);
  });
});
