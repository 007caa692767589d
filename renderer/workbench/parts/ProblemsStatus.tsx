import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { Icon } from '../../base/Icon.tsx';
import { useShell } from '../useShell.ts';
import { problemCounts } from './problemList.ts';
import { StatusButton } from './StatusButton.tsx';

export function ProblemsStatus() {
  const { problems, commands } = useShell();
  const { errors, warnings } = useStore(problems.store, useShallow(problemCounts));
  const label = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}: show problems`;
  return (
    <StatusButton label={label} onClick={() => void commands.run('view.show.problems')}>
      <Icon name="error" />
      <span data-counts>{errors}</span>
      <Icon name="warning" />
      <span data-counts>{warnings}</span>
    </StatusButton>
  );
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
