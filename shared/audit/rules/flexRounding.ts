import { formatCredits, nanosPerCredit } from '../../base/credits.ts';
import type { LineCase } from '../auditCase.ts';
import type { AuditRule, Named } from '../auditRule.ts';

/** A month's Flex was not rounded down once. */
export const flexRounding: AuditRule = {
  code: 'flex-rounding',
  rule: 'R12',
  severity: 'error',
  name(found) {
    if (found.kind === 'line') return nameLine(found);
    if (found.kind !== 'entry' || found.entry !== 'flex-close') return null;
    const billed = found.due - (found.due % nanosPerCredit);
    const carried = found.after.flexMonth > 0 && found.after.flexMonth === found.credits - found.billed;
    const rounded = found.billed !== billed && Math.abs(found.credits - found.due) < nanosPerCredit;
    if (!carried && !rounded) return null;
    const expected = formatCredits(billed);
    const actual = formatCredits(found.billed);
    const exact = formatCredits(found.due);
    const message = carried
      ? `What rounding drops is never carried over: ${formatCredits(found.after.flexMonth)} credits were.`
      : `The month's Flex of ${exact} credits is rounded down once, to ${expected}; ${actual} are billed.`;
    return { expected, actual, credits: found.billed - billed, message };
  },
};

/** On an invoice alone: other whole credits than the month's, and less than one away from its exact sum. */
function nameLine({ stated, due, exactFlex }: LineCase): Named | null {
  if (!stated || !due || exactFlex === null || stated.credits === null || due.credits === null) return null;
  const near = Math.abs(stated.credits - exactFlex) < nanosPerCredit;
  if (stated.credits === due.credits || stated.unitPrice !== due.unitPrice || !near) return null;
  const expected = formatCredits(due.credits);
  const actual = formatCredits(stated.credits);
  const exact = formatCredits(exactFlex);
  const message = `The month's Flex of ${exact} credits is rounded down once, to ${expected}; ${actual} are billed.`;
  return { expected, actual, credits: stated.credits - due.credits, message };
}
