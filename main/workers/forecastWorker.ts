import { openCrossings } from '../../shared/forecast/alerts/pathCrossings.ts';
import type { PathColumns } from '../../shared/forecast/pathColumns.ts';
import type { PathTask } from '../../shared/forecast/pathTask.ts';
import type { PathTerms } from '../../shared/forecast/pricing/pathTerms.ts';
import { openPaths, type PathRange } from '../../shared/forecast/runPaths.ts';
import { forecastSummary, type SummaryChoice } from '../../shared/forecast/summary/forecastSummary.ts';
import { openLeast } from '../../shared/planner/leastByPath.ts';
import { mostQuantity } from '../../shared/planner/mostQuantity.ts';
import { openPlan, type PlanTask } from '../../shared/planner/planTask.ts';
import type { PlanTerms } from '../../shared/planner/planTerms.ts';
import { openDetails } from '../../shared/planner/quantityDetail.ts';
import { sampleSegments, type SegmentDemand } from '../../shared/planner/segmentDemand.ts';
import { openDays } from './quantityDays.ts';
import { serveParts } from './serveParts.ts';

/**
 * `paths`: a `PathTask`, whose parts are ranges of paths and whose pieces are their columns; `crossings`: the same for what
 * alerts look for. `summary`: in one part. `segments`: ranges of paths, their demand by segment; `most`: in one part; `plan`: ranges
 * of quantities, each a part of the curve; `least`: the same, the least of each path; `detail`: quantities, each in full; `days`: on
 * which day a quantity runs out and has paid for itself.
 */
serveParts({
  paths: openPaths,
  crossings: openCrossings,
  segments:
    ({ task, terms }: { readonly task: PathTask; readonly terms: PathTerms }) =>
    (range: PathRange) =>
      sampleSegments(task, terms, range),
  most:
    ({ plan, demand }: { readonly plan: PlanTerms; readonly demand: SegmentDemand }) =>
    () =>
      mostQuantity(plan, demand),
  plan: openPlan,
  least: openLeast,
  detail: ({ task, least }: { readonly task: PlanTask; readonly least: Float64Array }) => openDetails(task, least),
  days: openDays,
  summary:
    ({ columns, choice }: { readonly columns: PathColumns; readonly choice: SummaryChoice }) =>
    () =>
      forecastSummary(columns, choice),
});
