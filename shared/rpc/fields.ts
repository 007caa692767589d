import { z } from 'zod';
import { maximumSeed } from '../base/prng.ts';

/** Path relative to the workspace, with `/`; the host refuses what leads out of it. */
export const path = z.string().min(1).max(1024);

/** The caller's own name for a run. */
export const job = z.string().min(1).max(64);

/** What a forecast and a plan are made from, saved or not, and how many paths are sampled with which seed. */
export const sampled = {
  job,
  path,
  text: z.string().max(20_000_000),
  paths: z.int().min(1).max(1_000_000_000),
  seed: z.int().min(0).max(maximumSeed),
};

/** In per cent, of all amounts. */
export const percentiles = z.array(z.number().gt(0).max(100)).min(1).max(20);

/** A local date. */
export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An amount of a currency's own decimals, from 0. */
export const amount = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/);

/** An amount of money from 0, as decimal text. */
export const money = z.string().regex(/^\d{1,15}(\.\d{1,9})?$/);

/** Text that can be written as UTF-8. */
export const wellFormed = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Surrogate}*$/u);

/** The SHA-256 of bytes, in lower case. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A page of a list. */
export const range = { from: z.int().min(0), count: z.int().min(1).max(2000) };

/** Bytes to read, either put in by `upload.*` or a file of the workspace. */
export const importSource = z.union([z.strictObject({ upload: z.string().max(64) }), z.strictObject({ path })]);
