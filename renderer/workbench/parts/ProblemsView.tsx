import { useStore } from 'zustand';
import { CommandButton } from '../../base/CommandButton.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Icon } from '../../base/Icon.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { rove } from '../../base/rove.ts';
import { useHasFix } from '../fixes/useHasFix.ts';
import { useShell } from '../useShell.ts';
import { problemList } from './problemList.ts';
import type { Problem } from './problemList.ts';
import { revealProblem } from './revealProblem.ts';

export function ProblemsView() {
  const shell = useShell();
  const problems = problemList(useStore(shell.problems.store));
  const fixable = useHasFix(problems);
  if (problems.length === 0) return <EmptyState icon="pass" title="No problems in the open documents" />;
  return (
    <ul className="problems" aria-label="Problems" onKeyDown={(event) => rove(event, 'button')}>
      {problems.map((problem, at) => (
        <li key={keyOf(problem, at)} data-problem={at} data-scope="problem" data-menu="problems/context">
          <ProblemRow problem={problem} first={at === 0} onReveal={() => revealProblem(shell, problem)} />
          {fixable.has(problem.diagnostic) && (
            <IconButton
              icon="lightbulb"
              label={`Quick fix: ${problem.diagnostic.message}`}
              keyHint={shell.commands.keyOf('problems.quickFix')}
              onClick={() => void shell.commands.run('problems.quickFix', wantedOf(problem))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface ProblemRowProps {
  readonly problem: Problem;
  readonly first: boolean;
  onReveal(): void;
}

function ProblemRow({ problem: { documentPath, diagnostic }, first, onReveal }: ProblemRowProps) {
  const { severity, message, file, place, path, expected, actual, suggestion } = diagnostic;
  const detail = [
    expected === undefined ? null : `expected ${expected}`,
    actual === undefined ? null : `found ${actual}`,
    suggestion === undefined ? null : `did you mean “${suggestion}”?`,
  ].filter((part) => part !== null);
  return (
    <CommandButton command="problems.goTo" className="problem" data-autofocus={first || undefined} onClick={onReveal}>
      <Icon name={severity} label={severity === 'error' ? 'Error' : 'Warning'} className={`problem-${severity}`} />
      <span className="problem-message">{message}</span>
      {detail.length > 0 && <span className="problem-detail">{detail.join(', ')}</span>}
      <span className="problem-place">
        {file ?? documentPath}
        {path !== '' && ` › ${path}`}
        {place && ` [Ln ${place.line}, Col ${place.column}]`}
      </span>
    </CommandButton>
  );
}

function wantedOf({ documentPath, diagnostic }: Problem) {
  return { path: documentPath, diagnostic };
}

function keyOf({ documentPath, diagnostic }: Problem, at: number): string {
  return `${documentPath} ${diagnostic.code} ${diagnostic.path} ${at}`;
}
