/** How small something is, by the auditor's thresholds. */
export const markTitles = { trivial: 'clearly trivial', tolerated: 'within tolerance' } as const;
