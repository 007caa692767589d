import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipArchive, type ArchivedFile } from '../../../../main/store/zipArchive.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (path: string, text: string, expected: string | null = null): ArchivedFile => ({
  path,
  sha256: expected,
  chunks: () => [Buffer.from(text.slice(0, 2)), Buffer.from(text.slice(2))],
});

async function archive(...files: ArchivedFile[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipArchive(files)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

describe('a zip archive', () => {
  it('holds its files, empty ones and names in other scripts too, and their hashes', async () => {
    const unzipped = unzipSync(await archive(file('a.txt', 'hello'), file('in/empty', ''), file('in/東京.csv', 'é')));
    const texts = Object.entries(unzipped).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]);
    const sums = [`${sha256('hello')}  a.txt`, `${sha256('')}  in/empty`, `${sha256('é')}  in/東京.csv`];
    expect(Object.fromEntries(texts)).toEqual({
      'a.txt': 'hello',
      'in/empty': '',
      'in/東京.csv': 'é',
      SHA256SUMS: `${sums.join('\n')}\n`,
    });
  });

  it('is the same for the same files, whatever the time and its zone', async () => {
    const one = await archive(file('a.txt', 'hello'));
    expect((await archive(file('a.txt', 'hello'))).equals(one)).toBe(true);
    // 1980-01-01 00:00 as MS-DOS writes it: time 0, date 0x0021.
    expect(one.subarray(10, 14).toString('hex')).toBe('00002100');
  });

  it('copies pieces at once: their memory may be used again', async () => {
    const memory = Buffer.alloc(4);
    const chunks = function* () {
      for (const text of ['aaaa', 'bbbb', 'cccc']) {
        memory.write(text);
        yield memory;
      }
    };
    const unzipped = unzipSync(await archive({ path: 'x', sha256: sha256('aaaabbbbcccc'), chunks }));
    expect(Buffer.from(unzipped['x']!).toString()).toBe('aaaabbbbcccc');
  });

  it('refuses a file that is not the one that was hashed', async () => {
    await expect(archive(file('a.txt', 'hello', sha256('hullo')))).rejects.toMatchObject({
      error: { code: 'changed-on-disk', path: 'a.txt', sha256: sha256('hello') },
    });
  });
});
