/** What something is by the auditor's thresholds, in words and as a sign. */
export const markTitles = {
  trivial: { title: 'clearly trivial', icon: 'circle-outline', kind: 'neutral' },
  tolerated: { title: 'within tolerance', icon: 'check', kind: 'neutral' },
  above: { title: 'above tolerance', icon: 'arrow-up', kind: 'warning' },
  material: { title: 'material by itself', icon: 'flame', kind: 'error' },
} as const;
