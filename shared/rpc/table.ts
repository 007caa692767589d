import { z } from 'zod';
import { maximumSeed } from '../base/prng.ts';
import { whyTarget, type WhyTarget } from '../engine/whyTarget.ts';
import { importMapping } from '../interchange/mapping.ts';
import { auditMethods } from './auditMethods.ts';
import type { AuditProgress } from './auditViews.ts';
import { fileMethods } from './fileMethods.ts';
import { method } from './method.ts';
import { rowMethods } from './rowMethods.ts';
import type { RowsProgress } from './rowViews.ts';
import { searchMethods } from './searchMethods.ts';
import { settingMethods } from './settingMethods.ts';
import { unsavedMethods } from './unsavedMethods.ts';
import { versionMethods } from './versionMethods.ts';
import { workspaceMethods } from './workspaceMethods.ts';
import type { BillDifference, ComparisonView } from './compareViews.ts';
import { amount, importSource, job, localDate, path, percentiles, range, sampled, sha256 } from './fields.ts';
import type { FitOutcome } from './fitViews.ts';
import type { ForecastOutcome, ForecastProgress, PlanOutcome, QuantityView } from './forecastViews.ts';
import type { SolvedOutcome, VariantsOutcome } from './variantViews.ts';
import { quoteParams } from './quoteParams.ts';
import type { QuoteOpening, QuoteOutcome, QuoteWritten } from './quoteViews.ts';
import type {
  BillOutcome,
  DocumentView,
  ImportPreview,
  ImportReport,
  LedgerView,
  RowsPage,
  SampleView,
  SaveOutcome,
  KeyRulesView,
  Settings,
  VerifyView,
  WhyNode,
  HistoryRoom,
  WorkspaceView,
} from './views.ts';

const none = z.strictObject({});

const scenarioText = z.strictObject({ path, text: z.string().max(20_000_000) });

/** The one table of methods. Both hosts and the command line serve exactly these. */
export const rpcTable = {
  ...workspaceMethods,

  'document.read': method<DocumentView>()(z.strictObject({ path })),
  /** Saves where the file on disk still is `expected` (null: must not exist yet), else tells the conflict. */
  'document.save': method<SaveOutcome>()(
    z.strictObject({ path, text: z.string().max(20_000_000), expected: sha256.nullable() }),
  ),

  /** Writes a text to a new file outside the workspace, by its full path, and never over another one. */
  'document.saveElsewhere': method<{ readonly path: string }>()(
    z.strictObject({ file: z.string().min(1).max(4096), text: z.string().max(20_000_000) }),
  ),

  /**
   * Checks and runs the text of a scenario, saved or not. `path` tells where its usage files lie. Of a document that is already
   * being computed the call before is refused with `superseded`. `bill.progress` tells of what takes its time.
   */
  'bill.compute': method<BillOutcome>()(scenarioText),
  /** Stops the computing of a document's bill: its call is then refused with `cancelled`. False: it was over, or never began. */
  'bill.cancel': method<{ readonly cancelled: boolean }>()(z.strictObject({ path })),
  'bill.rows': method<RowsPage>()(z.strictObject({ runId: z.string().max(64), ...range })),
  'bill.why': method<WhyNode>()(z.strictObject({ runId: z.string().max(64), target: whyTarget })),

  /** Runs a saved scenario and writes its ledger beside it. */
  'ledger.write': method<LedgerView>()(z.strictObject({ path })),
  'ledger.open': method<LedgerView>()(z.strictObject({ path })),
  'ledger.rows': method<RowsPage>()(z.strictObject({ path, ...range })),
  /** Why a row of a ledger on disk is as it is, by its own cells and the rows that it followed from. */
  'ledger.why': method<WhyNode>()(z.strictObject({ path, row: z.int().min(1) })),
  /** Verifies the chain; `head` is a digest kept from earlier, to tell truncation and re-chaining. */
  'ledger.verify': method<VerifyView>()(z.strictObject({ path, head: sha256.nullable() })),
  /** Exports the rows into the workspace and gives the file's path. */
  'ledger.export': method<{ readonly path: string }>()(
    z.strictObject({
      path,
      format: z.enum([
        'json',
        'ndjson',
        'csv',
        'invoices',
        'hledger',
        'ledger',
        'beancount',
        'focus',
        'roll-forward',
        'xlsx',
      ]),
    }),
  ),

  /** Takes a file in pieces, so that every transport carries any size: begin, append base64 pieces, then import. */
  'upload.begin': method<{ readonly upload: string }>()(z.strictObject({ name: z.string().min(1).max(255) })),
  'upload.append': method<{ readonly bytes: number }>()(
    z.strictObject({ upload: z.string().max(64), base64: z.string().max(700_000) }),
  ),
  /** Writes a picture or figures that were put in into the folder's `exports`, under the name or the next free one. */
  'file.export': method<{ readonly path: string }>()(
    z.strictObject({
      upload: z.string().max(64),
      name: z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._ -]{0,100}[\p{L}\p{N}])?\.(?:png|svg|csv)$/u),
    }),
  ),
  ...fileMethods,
  ...versionMethods,
  ...rowMethods,
  ...searchMethods,
  'import.preview': method<ImportPreview>()(
    z.strictObject({ source: importSource, mapping: importMapping.nullable(), timeZone: z.string() }),
  ),
  /** Writes `usage/<name>.csv` and notes the import in the workspace's history. Refused rows stop it unless accepted. */
  'import.run': method<ImportReport>()(
    z.strictObject({ source: importSource, mapping: importMapping, into: path, acceptRefused: z.boolean() }),
  ),

  ...auditMethods,

  /**
   * Samples demand and prices every path; a `rough` answer does without alerts. A newer run of the same `job` ends the one
   * before, with `superseded`; `forecast.progress` tells of it. What is beyond the stated budget is refused: `beyond-budget`.
   */
  'forecast.run': method<ForecastOutcome>()(
    z.strictObject({
      ...sampled,
      percentiles,
      budget: amount.nullable(),
      rough: z.boolean().optional(),
    }),
  ),
  /** The cost of every whole quantity of prepaid credits up to `max` (null: as many as can be of use), over one sample. */
  'plan.run': method<PlanOutcome>()(
    z.strictObject({
      ...sampled,
      /** Local date of the purchase. */
      at: localDate,
      max: z.int().min(0).max(9_007_199).nullable(),
      goal: z.union([
        z.strictObject({ kind: z.literal('mean') }),
        z.strictObject({ kind: z.literal('p90') }),
        z.strictObject({ kind: z.literal('budget'), amount, chance: z.number().gt(0).max(1) }),
      ]),
      /** What a credit left at the end is worth, as a share of what it cost. */
      leftover: z.number().min(0).max(1),
      /** A year, as a share. */
      costOfCapital: z.number().min(0).max(10),
      /** Local dates of further equal purchases; none: one purchase. */
      tranches: z.array(localDate).max(36),
    }),
  ),
  /** One quantity of a plan in full. The host keeps the latest plans only. */
  'plan.quantity': method<QuantityView>()(
    z.strictObject({ planId: z.string().max(64), quantity: z.int().min(0).max(9_007_199) }),
  ),
  /**
   * Fits a demand model to usage by day, for the part of a scenario that is not known yet; with a hold-out also backtests it.
   * Files are usage files, or series by day (`date` and one column of quantities).
   */
  'forecast.fit': method<FitOutcome>()(
    z.strictObject({
      path,
      text: z.string().max(20_000_000),
      /** A meter's id; null: all usage in credits. */
      meter: z.string().min(1).max(200).nullable(),
      /** Files of the workspace; null: the scenario's own events and files. */
      files: z.array(path).min(1).max(100).nullable(),
      /** Part of the history to look at, as local dates; null: the last three years at most. */
      from: localDate.nullable(),
      until: localDate.nullable(),
      noise: z.enum(['auto', 'lognormal', 'resampled', 'none']),
      /** Id of the model to replace; null: a new one. */
      model: z.string().min(1).max(200).nullable(),
      /** Days at the end to hold out for a backtest; 0: none. */
      holdOut: z.int().min(0).max(3660),
      paths: z.int().min(100).max(10_000),
      seed: z.int().min(0).max(maximumSeed),
    }),
  ),
  /**
   * Makes a quote of a scenario, saved or not, from nothing but what is sealed with it. It is written by `quote.write`, and until then
   * kept by the host, the latest ones only. `job` is as in `forecast.run`.
   */
  'quote.make': method<QuoteOutcome>()(z.strictObject(quoteParams)),
  /** Writes the page and the sealed file of a quote, and its internal page where there is one, into the folder's `reports`. */
  'quote.write': method<QuoteWritten>()(z.strictObject({ quoteId: z.string().max(64) })),
  /** Reads a sealed quote and computes it anew: the same to the cent, or what differs. */
  'quote.open': method<QuoteOpening>()(z.strictObject({ job, path })),
  /** Prints the page of a sealed quote beside it as PDF; `no-printer` where the platform cannot. */
  'quote.print': method<{ readonly path: string }>()(z.strictObject({ path })),

  /** Stops a forecast or a plan: its call is then refused with `cancelled`. False: it was over, or never began. */
  'forecast.cancel': method<{ readonly cancelled: boolean }>()(z.strictObject({ job })),

  /**
   * Prices the variants of a comparison document, saved or not, over the same sampled demand; their scenarios are read as they
   * are saved. Progress and cancel are those of forecasts.
   */
  'variants.run': method<VariantsOutcome>()(z.strictObject({ ...sampled, percentiles })),
  /**
   * What would have to be true: values of one unknown at which two variants cost the same, or one costs the target. All pairs,
   * where neither is named. Variants are named by their index.
   */
  'variants.solve': method<SolvedOutcome>()(
    z.strictObject({
      ...sampled,
      unknown: z.enum(['usage', 'growth', 'flexPrice', 'prepaidPrice']),
      /** Usage of one demand model or meter; null: all. */
      of: z.string().min(1).max(200).nullable(),
      /** The variant whose price it is. */
      variant: z.int().min(0).max(4).nullable(),
      between: z.tuple([z.int().min(0).max(4), z.int().min(0).max(4)]).nullable(),
      target: z.strictObject({ variant: z.int().min(0).max(4), amount }).nullable(),
      range: z.strictObject({ from: z.number().min(-1).max(1_000_000), until: z.number().min(-1).max(1_000_000) }),
      measure: z.enum(['mean', 'expected']),
    }),
  ),

  /** What changed from one ledger, file of rows or scenario to another, by key; scenarios are run as they are saved. */
  'compare.run': method<ComparisonView>()(z.strictObject({ job, first: path, second: path })),
  /** What two texts of scenarios, saved or not, come to, line by line. `path` tells where their usage files lie. */
  'compare.bills': method<BillDifference>()(z.strictObject({ job, first: scenarioText, second: scenarioText })),
  /** Gives up a comparison: its call is then refused with `cancelled`. False: it was over, or never began. */
  'compare.cancel': method<{ readonly cancelled: boolean }>()(z.strictObject({ job })),

  ...settingMethods,
  ...unsavedMethods,
  /**
   * Opaque state of the workbench by key (layout, open editors), kept by the host, by workspace; under a key that begins with
   * `user:`, whatever folder is open. Null: never kept.
   */
  'state.get': method<string | null>()(z.strictObject({ key: z.string().min(1).max(64) })),
  'state.set': method<null>()(z.strictObject({ key: z.string().min(1).max(64), value: z.string().max(200_000) })),

  'samples.list': method<readonly SampleView[]>()(none),
  /** Makes a fresh copy of a sample in the app's own folder, apart from the user's files, and opens it. */
  'samples.open': method<WorkspaceView>()(z.strictObject({ id: z.string().max(64) })),
} as const;

export type { WhyTarget };

export type RpcName = keyof typeof rpcTable;
export type RpcParams<Name extends RpcName> = z.infer<(typeof rpcTable)[Name]['params']>;
export type RpcReturns<Name extends RpcName> = NonNullable<(typeof rpcTable)[Name]['returns']> | NullOf<Name>;
type NullOf<Name extends RpcName> = null extends (typeof rpcTable)[Name]['returns'] ? null : never;

/** What the host tells the renderer unasked. */
export interface RpcEvents {
  /** Files of the workspace changed on disk. */
  readonly 'workspace.changed': { readonly paths: readonly string[] };
  /** Settings as they hold now, after a change of theirs or of a file. */
  readonly 'settings.changed': Settings;
  readonly 'keys.changed': KeyRulesView;
  /** How far a grid's ordering, filtering or search is. */
  readonly 'rows.progress': RowsProgress;
  /** What the computing of a large bill is at. */
  readonly 'bill.progress': { readonly path: string; readonly step: string };
  /** How far an audit is. */
  readonly 'audit.progress': AuditProgress;
  /** How far a forecast or a plan is. */
  readonly 'forecast.progress': ForecastProgress;
  /** The history of the workspace took an entry and has little room left. */
  readonly 'history.near-full': HistoryRoom;
  /** The clock of the machine was set: by how many milliseconds, back where that is negative. */
  readonly 'clock.moved': { readonly movedMs: number };
  /** A mistake in the host's own code, met outside of any call. */
  readonly 'host.failed': { readonly details: string };
  /** The host ends: a page keeps what it has, and then calls `unsaved.done`. */
  readonly 'host.closing': Readonly<Record<string, never>>;
  /** One line for the Output view. */
  readonly 'output.line': { readonly at: string; readonly text: string };
}
export type RpcEventName = keyof RpcEvents;

/** One call from the renderer: rejected calls throw an `RpcFailure` there. */
export type RpcCall = <Name extends RpcName>(name: Name, params: RpcParams<Name>) => Promise<RpcReturns<Name>>;
