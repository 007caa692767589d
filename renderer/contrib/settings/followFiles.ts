import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { KeyRulesView, SettingsView } from '../../../shared/rpc/views.ts';
import { holds } from '../../platform/when.ts';
import { readKey } from '../../platform/keyNames.ts';
import type { Workbench } from '../../platform/workbench.ts';

const documents = ['user:settings.json', 'workspace:settings.json', 'user:keybindings.json'] as const;
const owner = 'settings';

/** Keeps settings and keys as their files say, whoever changed them, and tells what is wrong with a file. */
export function followFiles(workbench: Workbench): void {
  const { on, settings, keys, workspace } = workbench;
  on('settings.changed', (now) => {
    settings.setState(now);
    void tellSettings(workbench);
  });
  on('keys.changed', (now) => {
    keys.store.setState(now, true);
    tellKeys(workbench, now);
  });
  let folder = workspace.store.getState()?.folder;
  workspace.store.subscribe((view) => {
    if (view?.folder === folder) return;
    folder = view?.folder;
    void readAgain(workbench);
    void tellUnapplied(workbench);
  });
  // Another program may have written them meanwhile.
  addEventListener('focus', () => void readAgain(workbench));
  followTyping(workbench);
  tellKeys(workbench, keys.store.getState());
  void tellUnapplied(workbench);
}

async function readAgain(workbench: Workbench): Promise<void> {
  const { rpc, settings, keys } = workbench;
  const [now, rules] = await Promise.all([rpc('settings.get', {}), rpc('keys.get', {})]).catch(() => [null, null]);
  if (now && JSON.stringify(now) !== JSON.stringify(settings.getState())) settings.setState(now);
  if (rules && JSON.stringify(rules) !== JSON.stringify(keys.store.getState())) keys.store.setState(rules, true);
}

async function tellSettings({ rpc, problems }: Workbench): Promise<SettingsView | null> {
  const view = await rpc('settings.view', {}).catch(() => null);
  if (!view) return null;
  problems.set(owner, 'user:settings.json', view.user.problems);
  problems.set(owner, 'workspace:settings.json', view.workspace?.problems ?? []);
  return view;
}

/** A folder may come from anybody: what it sets that only the user may set is told when it is opened, and not applied. */
async function tellUnapplied(workbench: Workbench): Promise<void> {
  const view = await tellSettings(workbench);
  const unapplied = (view?.workspace?.problems ?? []).filter(({ code }) => code === 'setting-scope');
  if (unapplied.length === 0) return;
  const ids = unapplied.map(({ path }) => path).join(', ');
  workbench.notifications.show('warning', `Only you can set what this folder asks for: ${ids}. It is not applied.`, [
    { title: 'Show', run: () => void workbench.commands.run('settings.openWorkspaceFile') },
  ]);
}

function tellKeys({ problems, allCommands }: Workbench, view: KeyRulesView): void {
  const known = new Set(allCommands.map((command) => command.id));
  problems.set(owner, 'user:keybindings.json', [
    ...view.problems,
    ...view.rules.flatMap((rule) => ruleFaults(rule, known)),
  ]);
}

type Rule = KeyRulesView['rules'][number];

function ruleFaults({ key, command, when, place }: Rule, known: ReadonlySet<string>): Diagnostic[] {
  const faults: string[] = [];
  if (readKey(key) === null) faults.push(`"${key}" is no key. Write it as "ctrl+shift+b" or "ctrl+k ctrl+b".`);
  if (!known.has(command.replace(/^-/, ''))) faults.push(`There is no command "${command.replace(/^-/, '')}".`);
  if (when !== null && !isCondition(when))
    faults.push(`"${when}" is no condition such as "editor == ledger && !dirty".`);
  return faults.map((message) => ({ code: 'key-rule', severity: 'warning', path: '', place, message }));
}

function isCondition(when: string): boolean {
  try {
    holds(when, {});
    return true;
  } catch {
    return false;
  }
}

/** While a file is being typed in, what is wrong is that of the text as it is now; afterwards that of the file. */
function followTyping(workbench: Workbench): void {
  const { documents: open, problems, rpc } = workbench;
  const typed = new Map<string, string>();
  open.store.subscribe(({ byPath }) => {
    for (const path of documents) {
      const document = byPath[path];
      if (!document?.dirty) {
        if (typed.delete(path)) void tellFile(workbench, path);
        continue;
      }
      const { text } = document;
      if (typed.get(path) === text) continue;
      typed.set(path, text);
      void rpc('settings.check', { document: path, text }).then(
        (found) => typed.get(path) === text && problems.set(owner, path, found),
        () => undefined,
      );
    }
  });
}

async function tellFile(workbench: Workbench, path: string): Promise<void> {
  if (path !== 'user:keybindings.json') return void (await tellSettings(workbench));
  const view = await workbench.rpc('keys.get', {}).catch(() => null);
  if (view) tellKeys(workbench, view);
}
