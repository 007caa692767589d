import type { Command } from '../../platform/command.ts';
import { currentProblems } from '../fixes/currentProblems.ts';
import { problemsAt } from '../fixes/problemsAt.ts';
import { makeFix, quickFix } from '../fixes/quickFix.ts';
import type { WantedFix } from '../fixes/quickFix.ts';
import { problemList } from '../parts/problemList.ts';
import type { Shell } from '../shell.ts';

export function fixCommands(shell: Shell): readonly Command[] {
  return [
    {
      id: 'problems.quickFix',
      category: 'Edit',
      title: 'Quick Fix…',
      key: 'CtrlCmd+.',
      when: "document || focusView == 'problems'",
      menu: { menu: 'edit', group: '3_fix', order: 1 },
      run: (_, args) => (isWanted(args) ? fixOne(shell, args) : fixHere(shell)),
    },
  ];
}

function isWanted(args: unknown): args is WantedFix {
  return typeof args === 'object' && args !== null && 'diagnostic' in args;
}

async function fixOne(shell: Shell, { path, diagnostic, title }: WantedFix): Promise<void> {
  if (title !== undefined) await makeFix(shell, { path, diagnostic, title });
  else await quickFix(shell, path, [diagnostic]);
}

/** The problem that has the focus in the list, else those where the editor in front is. */
async function fixHere(shell: Shell): Promise<void> {
  const { editors, problems } = shell;
  const row = document.activeElement?.closest<HTMLElement>('[data-problem]');
  const listed = row ? problemList(problems.store.getState())[Number(row.dataset['problem'])] : undefined;
  if (listed) return quickFix(shell, listed.documentPath, [listed.diagnostic]);
  const uri = editors.active();
  const path = uri === null ? null : editors.documentOf(uri);
  if (uri === null || path === null) return;
  await quickFix(shell, path, problemsAt(await currentProblems(shell, path), editors.places.getState()[uri]));
}
