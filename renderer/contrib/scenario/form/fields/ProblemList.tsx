import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import { Icon } from '../../../../base/Icon.tsx';
import { problemText } from '../../problemText.ts';

interface ProblemListProps {
  readonly problems: readonly Diagnostic[];
  readonly most?: number;
}

/** Problems of a line or a card, below it. */
export function ProblemList({ problems, most = 5 }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className="form-problems">
      {problems.slice(0, most).map((problem) => (
        <li key={`${problem.code} ${problem.path}`} className={`form-about-${problem.severity}`}>
          <Icon name={problem.severity} />
          <span>
            {problem.path !== '' && <code>{problem.path}</code>} {problemText(problem)}
          </span>
        </li>
      ))}
      {problems.length > most && <li className="form-about">and {problems.length - most} more, listed in Problems</li>}
    </ul>
  );
}
