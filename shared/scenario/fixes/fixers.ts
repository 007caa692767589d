import type { Faulty, Fix } from './faulty.ts';
import type { FixableCode } from './fixableCodes.ts';
import { afterAsOf, emptyHorizon, outsideHorizon, windowBeyondHorizon } from './horizonFixes.ts';
import { comment, missingComma, trailingComma } from './jsonFixes.ts';
import { missingKey, unknownKey, unusedKey } from './keyFixes.ts';
import { unknownMeter, unknownPlan } from './planFixes.ts';
import { removeAround, removeIt } from './removalFixes.ts';
import { duplicateId, emptySetting, freePlanPrice, unknownValue } from './valueFixes.ts';

/** The one registry: what can be done about a fault, by its code, the likeliest first. */
export const fixers: Readonly<Record<FixableCode, (faulty: Faulty) => readonly Fix[]>> = {
  'after-as-of': afterAsOf,
  'already-subscribed': removeAround('Remove this subscription'),
  'duplicate-file': removeAround('Remove the second mention'),
  'duplicate-id': duplicateId,
  'duplicate-price': removeAround('Remove the second price'),
  'duplicate-rate': removeAround('Remove the second rate'),
  'empty-horizon': emptyHorizon,
  'empty-setting': emptySetting,
  'free-plan-price': freePlanPrice,
  'json-comma-missing': missingComma,
  'json-comment': comment,
  'json-trailing-comma': trailingComma,
  'missing-key': missingKey,
  'model-unused': removeIt('Remove this model'),
  'outside-horizon': outsideHorizon,
  'spike-outside-horizon': removeAround('Remove this spike'),
  'unknown-key': unknownKey,
  'unknown-meter': unknownMeter,
  'unknown-plan': unknownPlan,
  'unknown-value': unknownValue,
  'unused-key': unusedKey,
  'window-beyond-horizon': windowBeyondHorizon,
  'window-outside-horizon': removeAround('Remove this spike'),
};
