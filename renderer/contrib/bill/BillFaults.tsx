import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { Button } from '../../base/Button.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface BillFaultsProps {
  readonly path: string;
  readonly failure: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

const mostShown = 8;

/** Stands in the bill's place where there never was one: what is in its way, each leading to its place. */
export function BillFaults({ path, failure, diagnostics }: BillFaultsProps) {
  const { commands } = useWorkbench();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const more = errors.length - mostShown;
  return (
    <EmptyState
      icon="warning"
      title={failure === null ? 'No bill yet' : 'The bill could not be computed'}
      text={failure ?? 'The scenario has errors. The bill appears as soon as they are gone.'}
      actions={
        <ul className="bill-faults">
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
