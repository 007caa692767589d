import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { formatPath, type PathSteps } from '../../../shared/base/jsonPath.ts';
import { pathFault, type PathColumns } from '../../../shared/forecast/pathColumns.ts';
import type { ForecastRefusal } from '../../../shared/forecast/prepareForecast.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { runDiagnostics } from '../runDiagnostics.ts';

/** Why the paths of a scenario cannot be sampled, each fault in its place. @rule R26 */
export function refusalFaults(refusal: ForecastRefusal, scenario: Scenario): readonly Diagnostic[] {
  if (refusal.code === 'invalid-scenario') return refusal.diagnostics;
  if (refusal.code === 'run-refused') return runDiagnostics(refusal.refusals, scenario.json);
  const { code, model, credits } = refusal;
  const steps = ['usage', 'models', model];
  return code === 'negative-demand'
    ? [
        faultAt(scenario, {
          code,
          steps,
          message: `A day of this model could ask for ${text(credits)} credits.`,
          expected: 'no day below 0',
        }),
      ]
    : [
        faultAt(scenario, {
          code,
          steps,
          message: `A day of this model could ask for ${text(credits)} credits, more than is counted exactly.`,
          expected: 'at most 4503599 credits a day',
        }),
      ];
}

/** Paths that the rules do not allow: of the adjustments that take credits away, the first is named. @rule R26 */
export function pathFaults({ fault, paths }: PathColumns, scenario: Scenario): readonly Diagnostic[] {
  const count = (code: number): number => fault.reduce((sum, each) => sum + (each === code ? 1 : 0), 0);
  const [below, beyond] = [count(pathFault.belowZero), count(pathFault.beyondRange)];
  const faults: Diagnostic[] = [];
  if (below > 0) faults.push(belowZero(scenario, `On ${below} of ${paths} paths`));
  if (beyond > 0) {
    const message = `On ${beyond} of ${paths} paths the amounts are beyond what is counted exactly.`;
    faults.push(
      faultAt(scenario, { code: 'beyond-range', steps: ['usage', 'models'], message, expected: 'less demand' }),
    );
  }
  return faults;
}

function belowZero(scenario: Scenario, where: string): Diagnostic {
  const taking = scenario.timeline.find((action) => action.do === 'adjust' && action.credits < 0);
  const message = `${where} an adjustment would take a balance below zero.`;
  const steps = taking ? ['timeline', taking.index] : ['timeline'];
  return faultAt(scenario, { code: 'below-zero', steps, message, expected: 'credits that every path has' });
}

interface Fault {
  readonly code: string;
  readonly steps: PathSteps;
  readonly message: string;
  readonly expected: string;
}

function faultAt({ json }: Scenario, { steps, ...fault }: Fault): Diagnostic {
  return { ...fault, severity: 'error', path: formatPath(steps), place: json.placeAt(steps) };
}

function text(credits: number): string {
  return credits.toLocaleString('en-US', { maximumFractionDigits: 2, useGrouping: false });
}
