/** The codes of faults for which there may be a fix: small, for who only asks whether to offer any. */
export const fixableCodes = [
  'after-as-of',
  'already-subscribed',
  'duplicate-file',
  'duplicate-id',
  'duplicate-price',
  'duplicate-rate',
  'empty-horizon',
  'empty-setting',
  'free-plan-price',
  'json-comma-missing',
  'json-comment',
  'json-trailing-comma',
  'missing-key',
  'model-unused',
  'outside-horizon',
  'spike-outside-horizon',
  'unknown-key',
  'unknown-meter',
  'unknown-plan',
  'unknown-value',
  'unused-key',
  'window-beyond-horizon',
  'window-outside-horizon',
] as const;

export type FixableCode = (typeof fixableCodes)[number];

/** Whether a code is one of those. */
export function isFixable(code: string): code is FixableCode {
  return (fixableCodes as readonly string[]).includes(code);
}
