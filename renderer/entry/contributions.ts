import type { Contribution } from '../platform/contribution.ts';

/** The one list of features. */
export const contributions: readonly Contribution[] = [];
