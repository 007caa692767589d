import type { Diagnostic, Place } from '../base/diagnostic.ts';
import type { BalancePoint, MonthText, RunOutText } from '../engine/series.ts';
import type { InvoiceText, Statement } from '../engine/statement.ts';
import type { WhyNode } from '../engine/whyNode.ts';
import type { ImportCounts, ImportMapping, RefusedRow, UsageRow } from '../interchange/mapping.ts';
import type { LedgerRow } from '../ledger/row.ts';
import type { Assumption } from '../scenario/assumptions.ts';

export type { Assumption };

/** What the engine gives as it is: the figures of a bill, its months and balances, and the reason of a figure. */
export type { BalancePoint, WhyNode };
export type InvoiceView = InvoiceText;
export type StatementView = Statement;
export type MonthView = MonthText;
export type RunOut = RunOutText;

/** A refusal as it crosses the border: what happened, where, and in plain words. Never a stack. */
export interface RpcError {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

/** One file or folder of the workspace. `path` is relative to it, with `/`. */
export interface FileNode {
  readonly path: string;
  readonly name: string;
  readonly kind: 'folder' | 'scenario' | 'ledger' | 'usage' | 'file';
  readonly bytes: number;
  readonly children?: readonly FileNode[];
}

/** Something in the workspace's own trash: its name there, its own name, and how much room it takes. */
export interface TrashedItem {
  readonly trashed: string;
  readonly name: string;
  readonly bytes: number;
}

/** The open workspace. */
export interface WorkspaceView {
  readonly folder: string;
  readonly name: string;
  /** Why it cannot be written to: another process holds it, or the folder is read-only; null where it can. */
  readonly readOnly: string | null;
  /** Set from where four fifths of the room for the workspace's history are taken. */
  readonly historyNearFull: HistoryRoom | null;
  /** A file that is to be shown, since it was opened in the folder's place; told until the page has asked what is open. */
  readonly wanted?: string | null;
  readonly files: readonly FileNode[];
}

/** Bytes that the history of a workspace has, and how many it may have: beyond that it takes no entry. */
export interface HistoryRoom {
  readonly bytes: number;
  readonly limit: number;
}

/** A text document as read. `sha256` names the version that was read, for a save to compare. */
export interface DocumentView {
  readonly path: string;
  readonly text: string;
  /** Null for settings or keys that are not on disk yet. */
  readonly sha256: string | null;
  readonly readOnly: boolean;
}

/** What a save came to. */
export type SaveOutcome =
  | {
      readonly saved: true;
      readonly sha256: string;
      /** False: in place, but the folder could not be synced. */ readonly durable: boolean;
    }
  | { readonly saved: false; readonly conflict: DocumentView | null };

/** A version of a document that was kept before a save. */
export interface VersionView {
  /** Grows with each version, whatever the clock says. */
  readonly number: number;
  /** Instant in UTC. */
  readonly at: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The text of a version. */
export interface VersionText {
  /** To be looked at: where the bytes are no UTF-8, with signs in place of what cannot be read. */
  readonly text: string;
  readonly sha256: string;
  /** What is wrong with it, in words; null where nothing is. */
  readonly damage: string | null;
}

/** A file that cannot be read as what it should be. */
export interface DamageView {
  readonly damage: string;
  /** The newest version with which nothing is wrong; null where there is none. */
  readonly newest: VersionView | null;
}

/** A bill as the workbench shows it. */
export interface BillView {
  /** Names this run for `bill.rows` and `bill.why` until the document is computed again. */
  readonly runId: string;
  readonly name: string;
  readonly currency: string;
  readonly minorDigits: number;
  readonly timeZone: string;
  readonly from: string;
  readonly until: string;
  /** The built-in edition of the price list; null where the scenario has all of its own. */
  readonly catalog: { readonly id: string; readonly title: string } | null;
  readonly statement: StatementView;
  readonly months: readonly MonthView[];
  readonly balances: readonly BalancePoint[];
  readonly runOuts: readonly RunOut[];
  readonly assumptions: readonly Assumption[];
  readonly rowCount: number;
  readonly usageCount: number;
}

/** What became of a document: a bill, or the problems that stand in its way. Warnings come with a bill. */
export interface BillOutcome {
  readonly bill: BillView | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A ledger as opened from disk. */
export interface LedgerView {
  readonly path: string;
  readonly format: string;
  readonly name: string;
  readonly currency: string;
  readonly rowCount: number;
  readonly head: string;
  readonly scenarioSha256: string;
  readonly engine: string;
  readonly policy: string;
  readonly createdAt: string;
  readonly closing: Readonly<Record<'included' | 'prepaid' | 'flexMonth', string>>;
  /** Null: intact so far as it was read. Else what is wrong; it is then shown read-only, the original kept. */
  readonly damage: string | null;
}

/** The four answers of a verification, and what it counted. */
export interface VerifyView {
  readonly status: 'intact' | 'altered' | 'truncated' | 'rechained' | 'damaged';
  readonly rows: number;
  readonly head: string;
  /** First bad row, where there is one. */
  readonly row: number | null;
  readonly message: string;
}

/** Rows of a run or a ledger, `[from, from + rows.length)`. */
export interface RowsPage {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly LedgerRow[];
}

/** What an import would do. */
export interface ImportPreview {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The format as recognised. */
  readonly format: 'csv' | 'inference-db' | 'inference-json' | 'inference-ndjson';
  readonly encoding: string;
  /** `secret`: named as one that holds keys; nothing of it is shown, and it cannot be imported. */
  readonly columns: readonly {
    readonly name: string;
    readonly samples: readonly string[];
    readonly secret: boolean;
  }[];
  readonly mapping: ImportMapping;
  /** Usage rows as they would be written: the first 50. */
  readonly rows: readonly UsageRow[];
  /** Refused and excluded rows: the first 200. */
  readonly refused: readonly RefusedRow[];
  readonly counts: ImportCounts;
}

/** What an import did. */
export interface ImportReport {
  /** The usage file written, relative to the workspace. */
  readonly path: string;
  readonly sha256: string;
  readonly counts: ImportCounts;
  readonly refused: readonly RefusedRow[];
}

/** Settings as they hold: what the workspace says, else what the user says, else the first ones. `settingList` tells each. */
export interface Settings {
  readonly theme: 'light' | 'dark' | 'hc-light' | 'hc-dark' | 'system';
  /** Steps of 20 %: 0 is 100 %. */
  readonly zoom: number;
  readonly reduceMotion: 'system' | 'on';
  /** In pixels. */
  readonly textSize: number;
  readonly wordWrap: boolean;
  /** Texts that are edited are given to a screen reader. */
  readonly screenReader: boolean;
  readonly diffSideBySide: boolean;
  readonly previewTabs: boolean;
  readonly breadcrumbs: boolean;
  readonly openBillBeside: boolean;
  readonly startPage: 'welcome' | 'none';
  readonly reopenFolder: boolean;
  /** For presentations: figures are drawn as dots. */
  readonly hideAmounts: boolean;
  readonly autoSave: 'off' | 'afterDelay';
  readonly confirmDelete: boolean;
  readonly doNotDisturb: boolean;
  readonly noticeTrash: boolean;
  readonly noticeExported: boolean;
  readonly noticePrint: boolean;
  readonly noticeReveal: boolean;
  /** In the desktop app; a browser has its own. */
  readonly developerTools: boolean;
}

/** A kind of notice that comes again and again, and may be turned off for good. */
export type NoticeTopic = Extract<keyof Settings, `notice${string}`>;

/** A file of settings: what it sets and what is wrong with it. What cannot be taken is left out, never replaced. */
export interface SettingsFile {
  /** Path of the document that holds it: `user:settings.json`, `workspace:settings.json`. */
  readonly document: string;
  /** Where it lies on this computer. */
  readonly file: string;
  readonly values: Partial<Settings>;
  readonly problems: readonly Diagnostic[];
}

/** What the settings editor shows; no workspace's file where no folder is open. */
export interface SettingsView {
  readonly settings: Settings;
  readonly user: SettingsFile;
  readonly workspace: SettingsFile | null;
}

/** A key of the user's: the key, its command (with `-` before it: no longer), and where it holds. */
export interface KeyRule {
  readonly key: string;
  readonly command: string;
  readonly when: string | null;
  /** Where it stands in the file. */
  readonly place: Place;
}

/** The user's keys as kept, in the order of the file: later ones win. */
export interface KeyRulesView {
  readonly file: string;
  readonly rules: readonly KeyRule[];
  readonly problems: readonly Diagnostic[];
}

/** A ready sample to open as a workspace of its own. */
export interface SampleView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
