import { silentLog } from '../../main/platform/log.ts';
import { nodePorts } from '../../main/platform/ports.ts';
import { readDocument, saveDocument } from '../../main/store/document.ts';
import { writeLedger } from '../../main/store/ledgerWriter.ts';
import { changeSettings } from '../../main/store/settings.ts';
import { rememberFolder } from '../../main/store/recent.ts';
import { openWorkspace } from '../../main/store/workspace.ts';
import type { Workspace } from '../../main/store/workspaceTypes.ts';
import { usesOfOneCredit } from './ledgerRows.ts';

// A process of its own for the tests: `hold`, `append`, `ledgers`, `save` or `remember`, in a folder, with an app folder.
const [task = '', folder = '', home = '', count = '0'] = process.argv.slice(2);
const ports = { ...nodePorts({ DRAWDOWN_HOME: home }), log: silentLog };

/** Saves a document over what it holds: `saved`, `unconfirmed` where only its folder could not be synced, or the refusal. */
async function save(workspace: Workspace, path: string): Promise<string> {
  const read = await readDocument(workspace, path);
  if (!read.ok) return `refused ${read.error.code}`;
  const size = process.env['DRAWDOWN_SIZE'];
  const text = size === undefined ? 'new' : 'x'.repeat(Number(size));
  const outcome = await saveDocument(workspace, { path, text, expected: read.value.sha256 });
  if (!outcome.ok) return `refused ${outcome.error.code}`;
  if (!outcome.value.saved) return 'conflict';
  return outcome.value.durable ? 'saved' : 'unconfirmed';
}

if (task === 'remember') {
  for (let number = 1; number <= Number(count); number++) {
    const remembered = await rememberFolder(ports, `${folder}-${number}`);
    const changed = await changeSettings(ports, null, [{ where: 'user', id: 'zoom', value: 1 }]);
    console.log(remembered.ok && changed.ok ? 'ok' : JSON.stringify([remembered, changed]));
  }
} else {
  const opened = await openWorkspace(folder, ports);
  if (!opened.ok) throw new Error(opened.error.code);
  const workspace = opened.value;
  console.log(workspace.readOnly ?? 'writable');
  for (let number = 1; task === 'append' && number <= Number(count); number++) {
    const entry = await workspace.history.append({ kind: 'note', note: { number, text: 'x'.repeat(200) } });
    console.log(entry.ok ? entry.value.id : `refused ${entry.error.code}`);
  }
  while (task === 'ledgers') {
    const about = { path: 'big.ledger', name: 'Big', currency: 'USD', engine: '1', policy: '1', scenario: {} };
    const written = await writeLedger(workspace, { ...about, rows: usesOfOneCredit(Number(count)) });
    console.log(written.ok ? written.value.path : `refused ${written.error.code}`);
  }
  if (task === 'save') console.log(await save(workspace, count));
  if (task === 'hold') await new Promise((resolve) => process.stdin.once('data', resolve));
  await workspace.close();
  process.exit(0);
}
