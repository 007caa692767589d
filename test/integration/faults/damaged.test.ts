import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../main/store/ledgerReader.ts';
import { verifyLedger } from '../../../main/store/ledgerVerifier.ts';
import { writeLedger } from '../../../main/store/ledgerWriter.ts';
import { readDocument } from '../../../main/store/document.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import { usesOfOneCredit } from '../../support/ledgerRows.ts';
import { memoryDisk, type Image, type MemoryDisk } from '../../support/memoryDisk.ts';
import { scenarioDocument } from '../../support/scenarioDocument.ts';
import { emptyImage, freshHome, openOn, portsOn, workFolder } from '../../support/storeWork.ts';
import { valueOf } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';

/** How many places are passed over in the short run; the tests of the store change every byte of a ledger in one bit. */
const stride = long ? 1 : 8;

/** Every prefix, and every single byte changed in each bit; the short run takes some of both. */
function* damages(good: Uint8Array): Generator<readonly [string, Uint8Array]> {
  for (let length = 0; length < good.length; length += stride)
    yield [`the first ${length} bytes`, good.slice(0, length)];
  for (let at = 0; at < good.length; at += stride) {
    for (const bit of long ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << (at % 8)]) {
      const bad = good.slice();
      bad[at] = bad[at]! ^ bit;
      yield [`byte ${at}, bit ${bit}`, bad];
    }
  }
}

/** Opens a disk for writing, as the app does, and checks afterwards that it holds what it held. */
async function untouched<T>(image: Image, look: (disk: MemoryDisk, home: string) => Promise<T>): Promise<T> {
  const home = freshHome();
  const disk = memoryDisk({ ...image, [home]: {} });
  const seen = await look(disk, home);
  const { acme } = disk.image() as { acme: Image };
  const { '.drawdown': _own, ...left } = acme;
  const { '.drawdown': _before, ...before } = image['acme'] as Image;
  expect(left).toEqual(before);
  return seen;
}

async function ledgerImage() {
  const home = freshHome();
  const disk = memoryDisk(emptyImage(home));
  const workspace = await openOn({ fs: disk.fs, home, process: 1 });
  const about = { path: 'a.ledger', name: 'A', currency: 'USD', engine: '1', policy: '1', scenario: { name: 'A' } };
  const { head } = valueOf(await writeLedger(workspace, { ...about, rows: usesOfOneCredit(2) }));
  await workspace.close();
  const { acme } = disk.image() as { acme: { 'a.ledger': Record<string, Uint8Array> } };
  return { files: acme['a.ledger'], head };
}

describe('a ledger that is damaged in one place (F23, F24)', () => {
  it.each(['rows-000001.ndjson', 'manifest.json'])(
    '%s: never intact against the head that was kept, and never replaced',
    async (file) => {
      const { files, head } = await ledgerImage();
      const good = files[file]!;
      const ends = [...good.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at);
      let tried = 0;
      for (const [what, bad] of damages(good)) {
        const image = { acme: { 'a.ledger': { ...files, [file]: bad } } };
        const found = await untouched(image, async ({ fs }, home) => {
          const workspace = await openOn({ fs, home, process: 2 });
          const opened = await openLedger(workspace, 'a.ledger');
          if (opened.ok) await opened.value.rows(0, 10);
          const verified = await verifyLedger(workspace, 'a.ledger', head);
          await workspace.close();
          return verified.ok ? verified.value : { status: verified.error.code, row: null };
        });
        expect({ what, status: found.status }).not.toEqual({ what, status: 'intact' });
        if (file.startsWith('rows') && what.startsWith('byte')) {
          const at = Number(/\d+/.exec(what)![0]);
          const row = 1 + ends.filter((end) => end < at).length;
          expect({ what, ...found }).toMatchObject({ what, status: 'altered', row });
        }
        tried += 1;
      }
      countTried('hostile inputs', tried);
    },
  );
});

const scenario = new TextEncoder().encode(
  JSON.stringify(
    scenarioDocument({
      timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }],
      usage: { events: [{ at: '2026-02-03T10:15:00Z', meter: 'training', quantity: 95, id: 'job-1' }] },
    }),
  ),
);

/** A scenario's content, wherever it stands in its text; a zone has functions that no comparison sees through. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (key, each: unknown) => {
    if (key === 'json') return undefined;
    return typeof each === 'bigint' ? `${each}n` : each;
  });

describe('a scenario that is damaged in one place (F23, F50)', () => {
  it('is refused with its place, or read as what it now says; the file stays as it is', async () => {
    expect(decodeScenario(new TextDecoder().decode(scenario)).diagnostics).toEqual([]);
    let [tried, refused] = [0, 0];
    for (const [what, bad] of damages(scenario)) {
      tried += 1;
      const text = await untouched({ acme: { 'a.scenario.json': bad } }, async ({ fs }, home) => {
        const ports = portsOn({ fs, home, process: 2 });
        const workspace = valueOf(await openWorkspace(workFolder, ports, { access: 'read' }));
        const read = await readDocument(workspace, 'a.scenario.json');
        if (!read.ok) expect(read.error).toMatchObject({ code: 'encoding', offset: expect.any(Number) });
        return read.ok ? read.value.text : null;
      });
      const decoded = text === null ? null : decodeScenario(text);
      if (!decoded?.scenario) {
        refused += 1;
        const errors = decoded?.diagnostics.filter(({ severity }) => severity === 'error');
        expect({ what, errors: errors?.length }).not.toEqual({ what, errors: 0 });
        for (const { place } of errors ?? []) expect(place).not.toBeNull();
        continue;
      }
      // Another parser reads the same into it.
      const again = decodeScenario(JSON.stringify(JSON.parse(text!)));
      expect(`${what} ${plain(decoded.scenario)}`).toBe(`${what} ${plain(again.scenario)}`);
    }
    expect(refused).toBeGreaterThan(tried / 2);
    countTried('hostile inputs', tried);
  });
});
