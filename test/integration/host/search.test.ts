import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ok } from '../../../shared/base/result.ts';
import type { OpenFolder } from '../../../main/host/openFolder.ts';
import { searchService } from '../../../main/host/search/searchService.ts';
import { nodePorts } from '../../../main/platform/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'drawdown-search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('an expression that finds no end is stopped after a while, with what the other files held', async () => {
  writeFileSync(join(folder, 'a.txt'), 'aaa');
  writeFileSync(join(folder, 'hard.txt'), `${'a'.repeat(40)}!`);
  writeFileSync(join(folder, 'z.txt'), 'aaaa');
  const open = { workspace: () => ok({ folder, ports: nodePorts() }) } as unknown as OpenFolder;
  const search = searchService({ open, mostWaitMs: 4000 });
  const asked = { job: 'j', text: '^(a+)+$', regex: true, matchCase: false, wholeWord: false, most: 9, unsaved: [] };
  const found = await search.handlers['search.run'](asked);
  await search.close();
  expect(found).toMatchObject({ ok: true, value: { ended: 'time', searched: 2 } });
});
