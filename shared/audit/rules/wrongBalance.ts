import { formatCredits } from '../../base/credits.ts';
import { splitText, servedOf } from '../splitText.ts';
import type { AuditRule } from '../auditRule.ts';

const names = { included: 'The included balance', prepaid: 'The prepaid balance', flexMonth: 'The Flex of the month' };

/** A balance does not follow from its row, or the parts of a row do not add up. */
export const wrongBalance: AuditRule = {
  code: 'balance',
  rule: 'R21',
  severity: 'error',
  name(found) {
    if (found.kind !== 'use' && found.kind !== 'entry') return null;
    if (found.kind === 'use' && servedOf(found.stated) + found.stated.blocked !== found.credits) {
      const message = 'What was drawn and what was blocked do not add up to the credits of the row.';
      return { expected: splitText(found.due), actual: splitText(found.stated), message };
    }
    const { after, follows } = found;
    for (const pool of ['included', 'prepaid', 'flexMonth'] as const) {
      if (after[pool] === follows[pool]) continue;
      const expected = formatCredits(follows[pool]);
      const actual = formatCredits(after[pool]);
      const message = `${names[pool]} after the row follows as ${expected}; the row has ${actual}.`;
      return { expected, actual, credits: after[pool] - follows[pool], message };
    }
    if (found.kind === 'use') return null;
    const expected = formatCredits(found.due);
    const actual = formatCredits(found.credits);
    const message = `The amount of this ${found.entry} follows as ${expected}; the row has ${actual}, or another change beside it.`;
    return { expected, actual, credits: found.credits - found.due, message };
  },
};
