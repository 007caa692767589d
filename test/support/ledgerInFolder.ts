import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { silentLog } from '../../main/platform/log.ts';
import { nodePorts } from '../../main/platform/ports.ts';
import { sha256Text } from '../../main/platform/sha256.ts';
import { jsonText } from '../../main/store/jsonFile.ts';
import { openLedger } from '../../main/store/ledgerReader.ts';
import { verifyLedger } from '../../main/store/ledgerVerifier.ts';
import { manifestDigest } from '../../main/store/manifestFile.ts';
import { openWorkspace } from '../../main/store/workspace.ts';
import type { JsonValue } from '../../shared/base/canonicalJson.ts';
import { chainStart } from '../../shared/ledger/chain.ts';
import type { LedgerManifest, Segment } from '../../shared/ledger/manifest.ts';
import type { Decoder } from './decoders.ts';

/** The manifest of a ledger without rows, all its sums right. */
export function manifestWith(scenario: JsonValue, segments: readonly Segment[] = []): LedgerManifest {
  const start = chainStart(scenario, sha256Text);
  const manifest = {
    format: 'drawdown.ledger/1',
    hashVersion: 1,
    name: 'Acme',
    currency: 'USD',
    createdAt: '2026-01-01T00:00:00.000Z',
    engine: '1',
    policy: '1',
    scenario,
    scenarioSha256: start,
    rows: segments.at(-1)?.last ?? 0,
    segments,
    closing: { included: '0', prepaid: '0', flexMonth: '0' },
    head: start,
  } as const;
  return { ...manifest, digest: manifestDigest({ sha256: sha256Text }, manifest) };
}

/** Opens and verifies the ledger of that manifest in a folder that came from outside. True where it is intact. */
async function read(text: string): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'drawdown-ledger-'));
  try {
    await mkdir(path.join(folder, 'a.ledger'));
    await writeFile(path.join(folder, 'a.ledger', 'manifest.json'), text);
    const ports = { ...nodePorts({ DRAWDOWN_HOME: path.join(folder, 'home') }), log: silentLog };
    const workspace = await openWorkspace(folder, ports, { access: 'read' });
    if (!workspace.ok) return false;
    const opened = await openLedger(workspace.value, 'a.ledger');
    const verified = await verifyLedger(workspace.value, 'a.ledger', null);
    return opened.ok && opened.value.view.damage === null && verified.ok && verified.value.status === 'intact';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A ledger as it is opened and verified, by the text of its manifest. */
export const ledgerInFolder: Decoder = {
  title: 'a ledger in a folder',
  good: jsonText(manifestWith({ name: 'Acme' })),
  read,
};
