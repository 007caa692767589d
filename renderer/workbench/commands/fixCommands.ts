import { actCommand, fromArg } from '../../platform/actCommand.ts';
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
      menu: [
        { menu: 'edit', group: '3_fix', order: 1 },
        { menu: 'problems/context', group: '2_fix' },
      ],
      run: (_, args) => (isWanted(args) ? fixOne(shell, args) : fixHere(shell, fromArg(args))),
    },
    actCommand({
      id: 'problems.goTo',
      category: 'Go',
      title: 'Go to Problem',
      menu: { menu: 'problems/context', group: '1_go' },
    }),
    {
      id: 'problems.copy',
      category: 'Edit',
      title: 'Copy Problem',
      palette: false,
      menu: { menu: 'problems/context', group: '3_copy' },
      run: (_, args) => navigator.clipboard.writeText(problemOf(shell, fromArg(args))?.diagnostic.message ?? ''),
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
async function fixHere(shell: Shell, from: Element | null): Promise<void> {
  const { editors } = shell;
  const listed = problemOf(shell, from ?? document.activeElement);
  if (listed) return quickFix(shell, listed.documentPath, [listed.diagnostic]);
  const uri = editors.active();
  const path = uri === null ? null : editors.documentOf(uri);
  if (uri === null || path === null) return;
  await quickFix(shell, path, problemsAt(await currentProblems(shell, path), editors.places.getState()[uri]));
}

/** The problem of the list around an element. */
function problemOf({ problems }: Shell, from: Element | null) {
  const row = from?.closest<HTMLElement>('[data-problem]');
  return row ? problemList(problems.store.getState())[Number(row.dataset['problem'])] : undefined;
}
