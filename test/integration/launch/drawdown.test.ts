import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Checkout, makeCheckout } from './checkout.ts';

const launcher = 'main/cli/drawdown.mjs';
const main = `import { one } from '../../shared/one.ts';\nconsole.log('result', one, ...process.argv.slice(2));\n`;

describe('The launcher of the command line', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());

  it('builds what is missing, says so on standard error alone, and is silent the next time', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main }, 'installed');
    const first = await checkout.run([launcher, 'a', 'b c']);
    expect(first).toEqual({ code: 0, stdout: 'result 1 a b c\n', stderr: 'Building the command line …\n' });
    expect(await checkout.run([launcher])).toEqual({ code: 0, stdout: 'result 1\n', stderr: '' });
  });

  it('builds anew when a source has changed', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main }, 'installed');
    await checkout.run([launcher]);
    checkout.write('shared/one.ts', 'export const one = 11;\n');
    expect(await checkout.run([launcher])).toMatchObject({ stdout: 'result 11\n' });
  });

  it('needs no packages once it is built', async () => {
    checkout = makeCheckout(
      { 'main/cli/main.ts': `import { z } from 'zod';\nconsole.log(z.int().parse(7));\n` },
      'installed',
    );
    await checkout.run([launcher]);
    spawnSync('rm', [path.join(checkout.folder, 'node_modules')]);
    expect(await checkout.run([launcher])).toEqual({ code: 0, stdout: '7\n', stderr: '' });
  });

  it('gives the right result to each of several that start at once, and leaves nothing behind', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main }, 'installed');
    const all = await Promise.all(Array.from({ length: 4 }, () => checkout.run([launcher])));
    expect(all.map(({ stdout, code }) => ({ stdout, code }))).toEqual(Array(4).fill({ stdout: 'result 1\n', code: 0 }));
    expect(all.filter(({ stderr }) => stderr !== '')).toHaveLength(1);
    expect(readdirSync(path.join(checkout.folder, 'build'))).toEqual(['cli']);
  });

  it('takes over from a build that died', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main, 'build/.lock': '999999999' }, 'installed');
    expect(await checkout.run([launcher])).toMatchObject({ code: 0, stdout: 'result 1\n' });
  });

  it('passes the exit code on', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': 'process.exitCode = 2;\n' }, 'installed');
    expect(await checkout.run([launcher])).toMatchObject({ code: 2, stdout: '' });
  });

  it('says in one line that the packages are not installed', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main }, 'none');
    const stderr = 'The packages are not installed: run `npm ci` first.\n';
    expect(await checkout.run([launcher])).toEqual({ code: 3, stdout: '', stderr });
  });

  it('says in plain words that the build cannot be written', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main, build: 'a file in the way' }, 'installed');
    const { code, stderr } = await checkout.run([launcher]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Cannot write the build: .*\n$/);
  });

  it('fails plainly on a full disk (F49)', async () => {
    checkout = makeCheckout({ 'main/cli/main.ts': main }, 'installed');
    await checkout.run([launcher]);
    const { status, stderr } = spawnSync('bash', ['-c', 'exec "$0" "$1" > /dev/full', process.execPath, launcher], {
      cwd: checkout.folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/^Cannot write: .*ENOSPC.*\n$/) });
  });

  it('says by its exit code that nothing could be told, and goes on where nobody listens any more (F49)', async () => {
    const told = `process.stderr.write('half way\\n');\nsetTimeout(() => process.stdout.write('done\\n'), 300);\n`;
    checkout = makeCheckout({ 'main/cli/main.ts': told }, 'installed');
    await checkout.run([launcher]);
    const shell = (line: string) =>
      spawnSync('bash', ['-c', line, process.execPath, launcher], { cwd: checkout.folder, encoding: 'utf8' });
    expect(shell('exec "$0" "$1" 2> /dev/full')).toMatchObject({ status: 3 });
    expect(shell('exec "$0" "$1" 2> >(true)')).toMatchObject({ status: 0, stdout: 'done\n' });
  });

  it('is quiet when its reader leaves (F49)', async () => {
    const many = `for (let i = 0; i < 100000; i++) process.stdout.write('a line of text ' + i + '\\n');\n`;
    checkout = makeCheckout({ 'main/cli/main.ts': many }, 'installed');
    await checkout.run([launcher]);
    const { stdout, stderr } = spawnSync('bash', ['-c', '"$0" "$1" | head -1', process.execPath, launcher], {
      cwd: checkout.folder,
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'a line of text 0\n', stderr: '' });
  });

  it.each([
    ['20.11.1', 'Drawdown needs Node.js 20.12 or newer; this is 20.11.1.'],
    ['18.20.0', 'Drawdown needs Node.js 20.12 or newer; this is 18.20.0.'],
    ['20.12.0', 'null'],
    ['22.0.0', 'null'],
  ])('judges Node.js %s', async (version, said) => {
    checkout = makeCheckout({}, 'none');
    const script = `import('./main/launch/nodeVersion.mjs').then((m) => console.log(m.complaintAboutNode('${version}')))`;
    expect((await checkout.run(['-e', script])).stdout).toBe(`${said}\n`);
  });
});
