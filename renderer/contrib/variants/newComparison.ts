import { decodeScenario } from '../../../shared/scenario/decode.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { FileNode } from '../../../shared/rpc/views.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { scenarioFor } from '../../workbench/scenarioInFront.ts';
import type { WrittenChange } from './comparisonText.ts';

/** Writes a comparison beside a scenario, with the scenario as it is and one variant to begin with, and opens it. */
export async function compareVariants(workbench: Workbench, args?: unknown): Promise<void> {
  const { rpc, workspace, editors, documents, notifications } = workbench;
  const base = await scenarioFor(workbench, args, 'Compare variants of');
  if (base === null) return notifications.show('info', 'Variants are those of a scenario: open one first.');
  const { text } = await documents.open(base);
  const { scenario } = decodeScenario(text);
  const path = freePath(base, namesIn(workspace.store.getState()?.files ?? []));
  const comparison = {
    format: 'drawdown.comparison/1',
    name: `${scenario?.name ?? 'Scenario'}: variants`,
    base: base.slice(base.lastIndexOf('/') + 1),
    variants: [{ name: 'As it is', changes: [] }, firstVariant(scenario)],
  };
  const outcome = await rpc('document.save', {
    path,
    text: `${JSON.stringify(comparison, null, 2)}\n`,
    expected: null,
  });
  if (!outcome.saved) throw new Error(`${path} exists already`);
  await workspace.refresh();
  editors.openFile(path, { pinned: true, focus: true });
}

/** What most people ask first: the other cycle of the plan, else another plan, else no Flex. */
export function firstVariant(scenario: Scenario | null): {
  readonly name: string;
  readonly changes: readonly WrittenChange[];
} {
  const first = scenario?.timeline.find((action) => action.do === 'subscribe');
  const id = first?.plan ?? scenario?.opening?.subscription?.plan;
  const plan = scenario?.plans.find((each) => each.id === id);
  const paid = (scenario?.plans ?? []).filter((each) => each.kind === 'paid' && each.id !== id);
  const otherCycle = plan && paid.filter(({ cycle }) => cycle !== plan.cycle);
  const other = otherCycle?.find((each) => related(each.id, plan!.id)) ?? otherCycle?.[0] ?? paid[0];
  if (!plan || !other) return { name: 'Without Flex', changes: [{ do: 'flex', enabled: false }] };
  const name = other.cycle === plan.cycle ? other.name : other.cycle === 'annual' ? 'Annual' : 'Monthly';
  return { name, changes: [{ do: 'plan', plan: other.id }] };
}

/** `core` and `core-annual` are cycles of one plan. */
function related(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function freePath(base: string, taken: ReadonlySet<string>): string {
  const stem = base.replace(/\.scenario\.json$/, '');
  for (let number = 1; ; number++) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.comparison.json`;
    if (!taken.has(path)) return path;
  }
}

function namesIn(files: readonly FileNode[]): Set<string> {
  return new Set(files.flatMap((file) => [file.path, ...namesIn(file.children ?? [])]));
}
