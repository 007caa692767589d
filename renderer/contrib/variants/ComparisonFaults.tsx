import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { besideComparison } from './offeredBy.ts';

interface ComparisonFaultsProps {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

const mostShown = 8;

/** What stands in the way of a comparison, each leading to its place, in the comparison or in a scenario. */
export function ComparisonFaults({ path, diagnostics }: ComparisonFaultsProps) {
  const { editors } = useWorkbench();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const show = ({ file, place }: Diagnostic) =>
    editors.open(`text:${file === undefined ? path : besideComparison(path, file)}`, {
      focus: true,
      pinned: true,
      ...(place ? { reveal: { place } } : {}),
    });
  return (
    <section className="variants-faults" aria-label="What stands in the way">
      <ul>
        {errors.slice(0, mostShown).map((fault, index) => (
          <li key={index}>
            <Button kind="link" icon="error" command="variants.goToFault" onClick={() => show(fault)}>
              {fault.file === undefined ? fault.message : `${fault.file}: ${fault.message}`}
            </Button>
          </li>
        ))}
      </ul>
      {errors.length > mostShown && <p>and {errors.length - mostShown} more in Problems</p>}
    </section>
  );
}
