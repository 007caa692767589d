import { z } from 'zod';
import { maximumSeed } from '../base/prng.ts';
import { auditMapping } from '../interchange/auditMapping.ts';
import type {
  AuditDesk,
  AuditPaper,
  AuditPreview,
  AuditRowsView,
  AuditView,
  ExceptionsPage,
  FindingReason,
  FindingsPage,
} from './auditViews.ts';
import { importSource, job, money, path, range, sha256 } from './fields.ts';
import { method } from './method.ts';
import { exceptionFilter, paper, paperStatus } from './paperParams.ts';

/** Audits: what was exported against what is due, and the auditor's own papers. */
export const auditMethods = {
  /**
   * Recomputes what somebody exported from the terms, and compares. At least one of ledger and invoices, and usage where
   * there is no ledger. `job` is the caller's own name for the run: `audit.progress` tells of it, `audit.cancel` stops it.
   */
  'audit.run': method<AuditView>()(
    z.strictObject({
      job,
      terms: path,
      ledger: importSource.nullable(),
      usage: importSource.nullable(),
      invoices: importSource.nullable(),
      /** How the columns, words and units of foreign files are read: a file with the map, or the map itself. */
      map: z.union([...importSource.options, z.strictObject({ mapping: auditMapping })]).nullable(),
      head: sha256.nullable(),
    }),
  ),
  /**
   * Reads a file as an audit would, by a map (given, or in a file), else as our own format, else by the map that was kept for its
   * header, else by one that seems right; and shows what comes of it. `role` null: as its columns tell.
   */
  'audit.preview': method<AuditPreview>()(
    z.strictObject({
      source: importSource,
      role: z.enum(['ledger', 'usage', 'invoices']).nullable(),
      mapping: auditMapping.nullable(),
      map: importSource.nullable(),
      /** The scenario whose zone and currency times and money have. */
      terms: path.nullable(),
    }),
  ),
  /** A row of the audited ledger, from 1, with its neighbours, as they stand in the file. */
  'audit.rows': method<AuditRowsView>()(
    z.strictObject({
      auditId: z.string().max(64),
      row: z.int().min(1),
      before: z.int().min(0).max(200),
      after: z.int().min(0).max(200),
    }),
  ),
  /** Why what a finding (by its index) expects is due: the due row beside the one that stands, the reason, the places of the terms. */
  'audit.reason': method<FindingReason>()(z.strictObject({ auditId: z.string().max(64), finding: z.int().min(0) })),
  /** Keeps a map for the next file with the same header, in whatever folder it lies. */
  'audit.keepMap': method<null>()(
    z.strictObject({ fingerprint: sha256, name: z.string().max(255), mapping: auditMapping }),
  ),
  /** More findings of a run, of one code or of all. The host keeps the latest runs only. */
  'audit.findings': method<FindingsPage>()(
    z.strictObject({ auditId: z.string().max(64), code: z.string().max(64).nullable(), ...range }),
  ),
  /** Notes and sign-offs about exactly these sources, oldest first. */
  'audit.papers': method<readonly AuditPaper[]>()(z.strictObject({ auditId: z.string().max(64) })),
  /**
   * Notes something on a finding (by its index), on a row of the audited ledger, or on the audit as a whole, in the workspace's
   * history: what became of it, who follows it up and until when. After a sign-off a reason is needed.
   */
  'audit.note': method<readonly AuditPaper[]>()(
    z.strictObject({
      ...paper,
      finding: z.int().min(0).nullable(),
      row: z.int().min(1).nullable().optional(),
      status: paperStatus.nullable(),
      owner: z.string().trim().min(1).max(100).nullable().optional(),
      /** A local date. */
      due: z.iso.date().nullable().optional(),
    }),
  ),
  /** Signs the audit off: the preparer first, then a reviewer who is somebody else. Signing again needs a reason. */
  'audit.signOff': method<readonly AuditPaper[]>()(
    z.strictObject({ ...paper, role: z.enum(['preparer', 'reviewer']) }),
  ),
  /** Thresholds with what they make of the differences, and the samples with their ticks. */
  'audit.desk': method<AuditDesk>()(z.strictObject({ auditId: z.string().max(64) })),
  /** Sets what the auditor lets pass, in the history; null where nothing is said. */
  'audit.thresholds': method<AuditDesk>()(
    z.strictObject({
      auditId: paper.auditId,
      by: paper.by,
      reason: paper.reason,
      overall: money.nullable(),
      tolerance: money.nullable(),
      trivial: money.nullable(),
    }),
  ),
  /** Draws rows of the audited ledger at random, and keeps in the history which. Without a seed the host makes one. */
  'audit.draw': method<AuditDesk>()(
    z.strictObject({
      auditId: paper.auditId,
      by: paper.by,
      reason: paper.reason,
      size: z.int().min(1).max(1000),
      seed: z.int().min(0).max(maximumSeed).nullable(),
    }),
  ),
  /** Keeps what was found of a row that was drawn in the sample of that number. */
  'audit.tick': method<AuditDesk>()(
    z.strictObject({ ...paper, sample: z.int().min(1), row: z.int().min(1), agreed: z.boolean() }),
  ),
  /** What has to be followed up: findings, rows that were noted on, drawn rows that did not agree. */
  'audit.exceptions': method<ExceptionsPage>()(
    z.strictObject({ auditId: z.string().max(64), filter: exceptionFilter, ...range }),
  ),
  /** Writes the exceptions that a filter leaves into the folder's `reports`, as CSV. */
  'audit.exportExceptions': method<{ readonly path: string; readonly rows: number }>()(
    z.strictObject({ auditId: z.string().max(64), filter: exceptionFilter }),
  ),
  /** The report of an audit as one HTML file that needs nothing else. Sources that changed since are refused. */
  'audit.report': method<{ readonly html: string }>()(z.strictObject({ auditId: z.string().max(64) })),
  /** Prints the report into the folder's `reports` as PDF; `no-printer` where the platform cannot. */
  'audit.print': method<{ readonly path: string }>()(z.strictObject({ auditId: z.string().max(64) })),
  /**
   * Writes the evidence of an audit into the folder's `reports`: inputs, report, log, versions and hashes in one zip. Sources
   * that changed since they were audited are refused.
   */
  'audit.pack': method<{ readonly path: string }>()(z.strictObject({ auditId: z.string().max(64) })),
  /** Stops a run: its call is then refused with `cancelled`. False: it was over, or never began. */
  'audit.cancel': method<{ readonly cancelled: boolean }>()(z.strictObject({ job })),
};
