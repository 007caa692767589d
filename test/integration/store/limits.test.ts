import * as path from 'node:path';
import { expect, it } from 'vitest';
import { openHistory } from '../../../main/store/history.ts';
import { readJournal } from '../../../main/store/journal.ts';
import { makeFolder } from '../../../main/store/locate.ts';
import { createQueue } from '../../../main/store/queue.ts';
import { freshFolder, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

it('a history that comes near its limit says so, and takes nothing that could not be opened again (F35)', async () => {
  const noted: string[] = [];
  const ports = { ...portsIn(freshFolder()), log: { note: (event: string) => void noted.push(event) } };
  const file = path.join(ports.appFolder, 'own', 'history.ndjson');
  await makeFolder(ports.fs, path.dirname(file));
  const place = { file, checkWritable: async () => undefined, inOrder: createQueue(), limit: 2000 };
  const history = openHistory(ports, place);
  const append = () => history.append({ kind: 'note', note: 'x'.repeat(100) });
  let kept = 0;
  while ((await append()).ok) kept += 1;
  expect(kept).toBeGreaterThan(3);
  expect(noted).toContain('history-near-limit');
  expect(refusalOf(await append())).toBe('too-large');
  expect((await readJournal(ports, file)).goodBytes).toBeLessThanOrEqual(2000);
  expect(valueOf(await openHistory(ports, place).entries())).toHaveLength(kept);
});
