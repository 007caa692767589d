import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../../../main/platform/ports.ts';
import { refuse } from '../../../../main/store/attempt.ts';
import { checkNewOutFile, writeNewOutFile, type NewOutFile } from '../../../../main/store/newOutFile.ts';
import { freshFolder, portsIn } from '../../../support/storeOnDisk.ts';

let folder: string;
let ports: Ports;
const named = (name: string, ...inputs: string[]): NewOutFile => ({
  absolute: path.join(folder, name),
  shown: name,
  inputs: inputs.map((input) => path.join(folder, input)),
});

beforeEach(() => {
  folder = freshFolder();
  ports = portsIn(freshFolder());
});

describe('a new file outside a workspace', () => {
  it('is written whole', async () => {
    const written = await writeNewOutFile(ports, named('a.zip'), [Buffer.from('one '), Buffer.from('two')]);
    expect(written).toMatchObject({ ok: true, value: { bytes: 7 } });
    expect(readFileSync(path.join(folder, 'a.zip'), 'utf8')).toBe('one two');
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  it('is never written over another, nor through a link', async () => {
    writeFileSync(path.join(folder, 'a.zip'), 'mine');
    symlinkSync('nowhere', path.join(folder, 'link'));
    for (const name of ['a.zip', 'link']) {
      expect(await checkNewOutFile(ports, named(name))).toMatchObject({ ok: false, error: { code: 'exists' } });
      expect(await writeNewOutFile(ports, named(name), [])).toMatchObject({ ok: false, error: { code: 'exists' } });
    }
    expect(readFileSync(path.join(folder, 'a.zip'), 'utf8')).toBe('mine');
  });

  it('is not there at all where its pieces fail halfway', async () => {
    const failing = function* () {
      yield Buffer.from('half');
      refuse('no-space', 'a.zip', 'ENOSPC');
    };
    expect(await writeNewOutFile(ports, named('a.zip'), failing())).toMatchObject({ error: { code: 'no-space' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not put among what the command reads, nor where no folder is', async () => {
    expect(await checkNewOutFile(ports, named('a.zip', '.'))).toMatchObject({ error: { code: 'exists' } });
    expect(await checkNewOutFile(ports, named('none/a.zip'))).toMatchObject({ error: { code: 'missing' } });
  });
});
