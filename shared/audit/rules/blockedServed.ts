import { splitText, servedOf } from '../splitText.ts';
import type { AuditRule } from '../auditRule.ts';

const reasons = {
  'no-subscription': 'no subscription runs',
  'free-plan': 'the plan is free',
  'flex-off': 'Flex is off',
  cap: 'the cap is reached',
};

/** Usage was served that had to be blocked. */
export const blockedServed: AuditRule = {
  code: 'blocked-served',
  rule: 'R11',
  severity: 'error',
  name(found) {
    if (found.kind !== 'use' || found.due.blocked === 0 || servedOf(found.stated) <= servedOf(found.due)) return null;
    const why = found.shortfall === null ? 'the event is served whole or not at all' : reasons[found.shortfall];
    const message = `This had to be blocked: ${why}.`;
    const credits = servedOf(found.stated) - servedOf(found.due);
    return { expected: splitText(found.due), actual: splitText(found.stated), credits, message };
  },
};
