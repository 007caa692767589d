import type { AuditRule } from './auditRule.ts';
import { altered } from './rules/altered.ts';
import { blockedServed } from './rules/blockedServed.ts';
import { capPassed } from './rules/capPassed.ts';
import { drawOrder } from './rules/drawOrder.ts';
import { duplicateId } from './rules/duplicateId.ts';
import { expiredUsed } from './rules/expiredUsed.ts';
import { extraUsage } from './rules/extraUsage.ts';
import { flexRounding } from './rules/flexRounding.ts';
import { invoiceAmount } from './rules/invoiceAmount.ts';
import { invoiceMissing } from './rules/invoiceMissing.ts';
import { invoiceTotal } from './rules/invoiceTotal.ts';
import { invoiceUnexpected } from './rules/invoiceUnexpected.ts';
import { missingAdjustment } from './rules/missingAdjustment.ts';
import { missingClose } from './rules/missingClose.ts';
import { missingExpiry } from './rules/missingExpiry.ts';
import { missingGrant } from './rules/missingGrant.ts';
import { missingPurchase } from './rules/missingPurchase.ts';
import { missingUsage } from './rules/missingUsage.ts';
import { nearDuplicate } from './rules/nearDuplicate.ts';
import { notForfeited } from './rules/notForfeited.ts';
import { outOfPeriod } from './rules/outOfPeriod.ts';
import { rechained } from './rules/rechained.ts';
import { rolledOver } from './rules/rolledOver.ts';
import { sequence } from './rules/sequence.ts';
import { servedBlocked } from './rules/servedBlocked.ts';
import { timeOrder } from './rules/timeOrder.ts';
import { truncated } from './rules/truncated.ts';
import { unexpectedClose } from './rules/unexpectedClose.ts';
import { unexpectedExpiry } from './rules/unexpectedExpiry.ts';
import { unexpectedGrant } from './rules/unexpectedGrant.ts';
import { unknownAdjustment } from './rules/unknownAdjustment.ts';
import { unknownPurchase } from './rules/unknownPurchase.ts';
import { wrongBalance } from './rules/wrongBalance.ts';
import { wrongRate } from './rules/wrongRate.ts';

/** All rules, the more specific before the more general: the first that knows a case names it. */
export const auditRules: readonly AuditRule[] = [
  wrongRate,
  capPassed,
  blockedServed,
  servedBlocked,
  drawOrder,
  rolledOver,
  notForfeited,
  expiredUsed,
  missingExpiry,
  missingGrant,
  unexpectedGrant,
  unexpectedExpiry,
  unknownPurchase,
  missingPurchase,
  unknownAdjustment,
  missingAdjustment,
  missingClose,
  unexpectedClose,
  flexRounding,
  wrongBalance,
  timeOrder,
  outOfPeriod,
  sequence,
  duplicateId,
  nearDuplicate,
  extraUsage,
  missingUsage,
  invoiceMissing,
  invoiceUnexpected,
  invoiceAmount,
  invoiceTotal,
  altered,
  truncated,
  rechained,
];
