import { StoreFailure } from '../../main/store/storeError.ts';
import { jsonText } from '../../main/store/jsonFile.ts';
import { manifestDecoder, manifestDigest } from '../../main/store/manifestFile.ts';
import { readUnsavedText, unsavedText } from '../../main/store/unsavedText.ts';
import { decodeKeyRules, editKeyRules } from '../../main/store/userFiles/keyRulesText.ts';
import { decodeSettings, editSettings } from '../../main/store/userFiles/settingsText.ts';
import { sha256Text } from '../../main/platform/sha256.ts';
import { defaultLayout } from '../../renderer/workbench/layout/layout.ts';
import { readLayout, writeLayout } from '../../renderer/workbench/layout/layoutJson.ts';
import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import { readRowLine } from '../../shared/ledger/rowLine.ts';
import { readQuote } from '../../shared/planner/quote/readQuote.ts';
import { quoteText } from '../../shared/planner/quote/sealQuote.ts';
import { chainRow } from './chainRow.ts';
import { ledgerRow } from './ledgerRows.ts';
import { quoteOf } from './quoteOf.ts';

/** A form that the app both reads and writes. */
export interface SavedForm {
  readonly title: string;
  /** A text that is in order. */
  readonly good: string;
  /** What the text says; null where it is refused. */
  load(text: string): unknown;
  /** The text of what was loaded. */
  save(loaded: never): string;
}

const hash = { sha256: sha256Text };
const zeros = '0'.repeat(64);

const open: Omit<LedgerManifest, 'digest'> = {
  format: 'drawdown.ledger/1',
  hashVersion: 1,
  name: 'A',
  currency: 'USD',
  createdAt: '2026-01-01T00:00:00.000Z',
  engine: '1',
  policy: '1',
  scenario: { name: 'A' },
  scenarioSha256: zeros,
  rows: 2,
  segments: [{ file: 'rows-000001.ndjson', rows: 2, bytes: 20, first: 1, last: 2, hash: zeros }],
  closing: { included: '0', prepaid: '0', flexMonth: '0' },
  head: zeros,
};

function manifestOf(text: string): LedgerManifest | null {
  try {
    const decoded = manifestDecoder(hash, 'a.ledger')(JSON.parse(text));
    return 'value' in decoded ? decoded.value : null;
  } catch (error) {
    // No JSON, or of a newer format. Whatever else is thrown is a fault of the reader.
    if (error instanceof SyntaxError || error instanceof StoreFailure || !isObject(text)) return null;
    throw error;
  }
}

/** What is no object never comes to the decoder: who reads the file refuses it. */
function isObject(text: string): boolean {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null;
}

type Rules = ReturnType<typeof decodeKeyRules>['rules'];

/** A rule is what it says, wherever it stands in its text. */
const plain = (rules: Rules) => rules.map(({ key, command, when }) => ({ key, command, when }));

const savedKeys = (rules: Rules) =>
  jsonText(rules.map(({ key, command, when }) => ({ key, command, ...(when === null ? {} : { when }) })));

const savedSettings = (values: ReturnType<typeof decodeSettings>['values']) =>
  Object.entries(values).reduce((text, [id, value]) => editSettings(text, id as never, value)!, '{}');

const row = ledgerRow({ seq: 1, id: 'job-1', meter: 'training', quantity: '30', credits: '1', includedAfter: '0' });
const typed = { label: 'Change Fee', at: 1, removed: 'a', inserted: 'b', merge: null, timeMs: 1 };
const work = { path: 'a.scenario.json', text: '{"a":1}', sha256: zeros, undo: [typed], redo: [] };

/** Every form of text that the app saves and loads again. */
export const savedForms: readonly SavedForm[] = [
  {
    title: 'the manifest of a ledger',
    good: jsonText({ ...open, digest: manifestDigest(hash, open) }),
    load: manifestOf,
    save: (manifest: LedgerManifest) => jsonText(manifest),
  },
  {
    title: 'a row of a ledger',
    good: chainRow('0', row, sha256Text).line,
    load: (text) => readRowLine(text)?.row ?? null,
    save: (loaded: typeof row) => chainRow('0', loaded, sha256Text).line,
  },
  {
    title: 'a sealed quote',
    good: quoteText(quoteOf()),
    load(text) {
      const read = readQuote(text);
      return read.ok ? read.value : null;
    },
    save: quoteText,
  },
  {
    title: 'settings',
    good: '{\n  // mine\n  "theme": "dark",\n  "zoom": 1,\n}\n',
    load: (text) => decodeSettings(text, 'user').values,
    save: savedSettings,
  },
  {
    title: 'settings, edited',
    good: '{ "theme": "dark" }',
    load(text) {
      const edited = editSettings(text, 'zoom', 2);
      return edited === null ? null : decodeSettings(edited, 'user').values;
    },
    save: savedSettings,
  },
  {
    title: 'keybindings',
    good: '[{ "key": "ctrl+b", "command": "bill.open", "when": "editor == text" }, { "key": "f9", "command": "-x" }]',
    load: (text) => plain(decodeKeyRules(text).rules),
    save: savedKeys,
  },
  {
    title: 'keybindings, edited',
    good: '[{ "key": "f9", "command": "file.save" }]',
    load(text) {
      const rules = [{ key: 'f8', unbind: false, when: null }];
      const edited = editKeyRules(text, 'file.save', rules);
      return edited === null ? null : plain(decodeKeyRules(edited).rules);
    },
    save: savedKeys,
  },
  {
    title: 'the layout of the workbench',
    good: writeLayout(defaultLayout),
    load: readLayout,
    save: writeLayout,
  },
  {
    title: 'work that is not saved',
    good: unsavedText(work, sha256Text),
    load(text) {
      const read = readUnsavedText(new TextEncoder().encode(text), sha256Text);
      return 'work' in read ? read.work : null;
    },
    save: (loaded: typeof work) => unsavedText(loaded, sha256Text),
  },
];
