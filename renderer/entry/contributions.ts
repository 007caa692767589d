import { auditContribution } from '../contrib/audit/auditContribution.ts';
import { billContribution } from '../contrib/bill/billContribution.ts';
import { chartsContribution } from '../contrib/charts/chartsContribution.ts';
import { compareContribution } from '../contrib/compare/compareContribution.ts';
import { explorerContribution } from '../contrib/explorer/explorerContribution.ts';
import { fitContribution } from '../contrib/fit/fitContribution.ts';
import { forecastContribution } from '../contrib/forecast/forecastContribution.ts';
import { interchangeContribution } from '../contrib/interchange/interchangeContribution.ts';
import { ledgerContribution } from '../contrib/ledger/ledgerContribution.ts';
import { plannerContribution } from '../contrib/planner/plannerContribution.ts';
import { quoteContribution } from '../contrib/quote/quoteContribution.ts';
import { scenarioContribution } from '../contrib/scenario/scenarioContribution.ts';
import { searchContribution } from '../contrib/search/searchContribution.ts';
import { settingsContribution } from '../contrib/settings/settingsContribution.ts';
import { tableContribution } from '../contrib/table/tableContribution.ts';
import { variantsContribution } from '../contrib/variants/variantsContribution.ts';
import { welcomeContribution } from '../contrib/welcome/welcomeContribution.ts';
import type { Contribution } from '../platform/contribution.ts';

/** The one list of features. */
export const contributions: readonly Contribution[] = [
  welcomeContribution,
  explorerContribution,
  searchContribution,
  scenarioContribution,
  billContribution,
  chartsContribution,
  ledgerContribution,
  auditContribution,
  compareContribution,
  variantsContribution,
  forecastContribution,
  fitContribution,
  plannerContribution,
  quoteContribution,
  interchangeContribution,
  tableContribution,
  settingsContribution,
];
