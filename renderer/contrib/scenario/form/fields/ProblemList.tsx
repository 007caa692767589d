import { formatPath } from '../../../../../shared/base/jsonPath.ts';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import { CommandButton } from '../../../../base/CommandButton.tsx';
import { Icon } from '../../../../base/Icon.tsx';
import { parsePath } from '../../edit/jsonPath.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { problemText } from '../../problemText.ts';
import { useReveal } from '../useReveal.ts';
import { FixButton } from './FixButton.tsx';

interface ProblemListProps {
  readonly problems: readonly Diagnostic[];
  /** What the problems are under: it is left out of their places. */
  readonly of?: JsonPath;
  readonly most?: number;
}

/** Problems of a line or a card, below it. */
export function ProblemList({ problems, of = [], most = 5 }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className="form-problems">
      {problems.slice(0, most).map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.path} ${problem.place?.offset}`} problem={problem} of={of} />
      ))}
      {problems.length > most && <li className="form-about">and {problems.length - most} more, listed in Problems</li>}
    </ul>
  );
}

function ProblemLine({ problem, of }: { readonly problem: Diagnostic; readonly of: JsonPath }) {
  const { reveal } = useReveal();
  const path = parsePath(problem.path);
  const place = formatPath(path.slice(of.length));
  return (
    <li className={`form-about-${problem.severity}`}>
      <Icon name={problem.severity} label={problem.severity} />
      <span>
        {place !== '' && (
          <CommandButton command="form.goToProblem" className="form-problem-place" onClick={() => reveal(problem.path)}>
            {place}
          </CommandButton>
        )}{' '}
        {problemText(problem)} <FixButton problem={problem} />
      </span>
    </li>
  );
}
