import { z } from 'zod';
import type { SampleTick } from '../../../../shared/audit/papers.ts';
import type { DeskThresholds } from '../../../../shared/rpc/auditViews.ts';
import type { HistoryEntry } from '../../../store/workspaceTypes.ts';

/** A sample as the history keeps it: with its seed the same rows are drawn again. */
export interface DrawnSample {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly seed: number;
  readonly size: number;
  readonly reason: string | null;
}

/** A tick and the sample that it belongs to. */
export interface KeptTick extends SampleTick {
  readonly sample: number;
}

/** What the history holds of an audit beside notes and sign-offs. */
export interface DeskPapers {
  /** The latest ones. */
  readonly thresholds: DeskThresholds | null;
  readonly samples: readonly DrawnSample[];
  /** Oldest first. */
  readonly ticks: readonly KeptTick[];
}

const written = { audit: z.string(), by: z.string(), reason: z.string().nullable() };
const amount = z.string().nullable();
const deskNote = z.discriminatedUnion('paper', [
  z.object({
    paper: z.literal('thresholds'),
    ...written,
    amounts: z.object({ overall: amount, tolerance: amount, trivial: amount }),
  }),
  z.object({ paper: z.literal('sample'), ...written, seed: z.int().min(0), size: z.int().min(1) }),
  z.object({
    paper: z.literal('tick'),
    ...written,
    sample: z.int(),
    row: z.int(),
    agreed: z.boolean(),
    text: z.string(),
  }),
]);

/** The desk's papers of one audit among the entries of a history. */
export function deskPapersOf(entries: readonly HistoryEntry[], key: string): DeskPapers {
  let thresholds: DeskThresholds | null = null;
  const samples: DrawnSample[] = [];
  const ticks: KeptTick[] = [];
  for (const { seq, at, kind, note } of entries) {
    const read = kind === 'note' ? deskNote.safeParse(note) : null;
    if (!read?.success || read.data.audit !== key) continue;
    const { paper: _, audit: _key, ...paper } = read.data;
    if ('amounts' in paper) thresholds = { seq, at, ...paper };
    else if ('seed' in paper) samples.push({ seq, at, ...paper });
    else ticks.push({ seq, at, ...paper });
  }
  return { thresholds, samples, ticks };
}
