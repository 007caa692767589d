import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { Button } from '../../base/Button.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import './scenarioFaults.css';

interface ScenarioFaultsProps {
  readonly path: string;
  /** What the faults stand in the way of: `bill`. */
  readonly what: string;
  readonly failure: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

const mostShown = 8;

/** Stands in the place of a bill or a forecast where there never was one: what is in its way, each leading to its place. */
export function ScenarioFaults({ path, what, failure, diagnostics }: ScenarioFaultsProps) {
  const { commands } = useWorkbench();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const more = errors.length - mostShown;
  return (
    <EmptyState
      icon="warning"
      title={failure === null ? `No ${what} yet` : `The ${what} could not be made`}
      text={failure ?? `The scenario has errors. The ${what} appears as soon as they are gone.`}
      actions={
        <ul className="scenario-faults">
          {errors.slice(0, mostShown).map((fault, index) => (
            <li key={index}>
              <Button
                kind="link"
                icon="error"
                onClick={() => void commands.run('scenario.revealPath', { path, jsonPath: fault.path })}
              >
                {fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`}
              </Button>
            </li>
          ))}
          {more > 0 && <li>and {more} more in Problems</li>}
        </ul>
      }
    />
  );
}
