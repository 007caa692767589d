import { explorerContribution } from '../contrib/explorer/explorerContribution.ts';
import { settingsContribution } from '../contrib/settings/settingsContribution.ts';
import type { Contribution } from '../platform/contribution.ts';

/** The one list of features. */
export const contributions: readonly Contribution[] = [explorerContribution, settingsContribution];
