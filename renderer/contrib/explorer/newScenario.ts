import type { Workbench } from '../../platform/workbench.ts';
import { templates } from './templates.ts';
import type { Template } from './templates.ts';

/** Asks for a template and a name, writes the file and opens it. */
export async function newScenario(workbench: Workbench): Promise<void> {
  const { dialogs, rpc, workspace, editors } = workbench;
  const template = await dialogs.pick<Template>({
    title: 'New Scenario',
    placeholder: 'Start from…',
    items: templates.map((each) => ({
      id: each.id,
      title: each.title,
      detail: each.about,
      icon: each.icon,
      value: each,
    })),
  });
  if (!template) return;
  const taken = new Set(workspace.store.getState()?.files.map((file) => file.path));
  const name = await dialogs.input({
    title: 'New Scenario',
    label: 'Name of the customer or the case',
    placeholder: 'Acme 2026',
    accept: 'Create',
    validate: (value) => (taken.has(fileName(value)) ? `${fileName(value)} exists already.` : null),
  });
  if (name === null) return;
  const path = fileName(name);
  const text = `${JSON.stringify(template.scenario(name.trim(), new Date().getFullYear()), null, 2)}\n`;
  const outcome = await rpc('document.save', { path, text, expected: null });
  if (!outcome.saved) throw new Error(`${path} exists already`);
  await workspace.refresh();
  editors.openFile(path, { pinned: true });
}

/** `Acme, Inc. 2026` → `acme-inc-2026.scenario.json`. */
function fileName(name: string): string {
  const stem = name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${stem || 'scenario'}.scenario.json`;
}
