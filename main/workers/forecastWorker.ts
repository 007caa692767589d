import { openCrossings } from '../../shared/forecast/alerts/pathCrossings.ts';
import type { PathColumns } from '../../shared/forecast/pathColumns.ts';
import { openPaths } from '../../shared/forecast/runPaths.ts';
import { forecastSummary, type SummaryChoice } from '../../shared/forecast/summary/forecastSummary.ts';
import { serveParts } from './serveParts.ts';

/**
 * `paths`: a `PathTask`, whose parts are ranges of paths and whose pieces are their columns; `crossings`: the same for what
 * alerts look for. `summary`: in one part.
 */
serveParts({
  paths: openPaths,
  crossings: openCrossings,
  summary:
    ({ columns, choice }: { readonly columns: PathColumns; readonly choice: SummaryChoice }) =>
    () =>
      forecastSummary(columns, choice),
});
