import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { describeChange } from '../../../shared/planner/variants/describeChange.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { scenarioAsRun } from '../../../shared/scenario/scenarioAsRun.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import type { ToSample } from '../forecast/prepareSample.ts';
import type { UsageFiles } from '../usageFiles.ts';
import { openVariants } from '../variants/openVariants.ts';
import { scenariosOf } from '../variants/scenariosOf.ts';
import type { OfferWanted } from './makeQuote.ts';

/** A document that is quoted: a scenario, or a comparison of several. */
export interface ToQuote extends ToSample {
  readonly path: string;
}

/** What is quoted first, with the others beside it; null where faults stand in the way. */
export type Offers = Omit<OfferWanted, 'changes'> & { readonly alternatives: readonly OfferWanted[] };

/** The scenario that a document is, or the variants that it compares: the first is what is quoted. */
export async function offersOf(
  workspace: Workspace,
  files: UsageFiles,
  { path, text, readUsage, signal, tell }: ToQuote,
): Promise<Result<{ readonly offers: Offers | null; readonly diagnostics: readonly Diagnostic[] }, RpcError>> {
  if (!path.endsWith('.comparison.json')) {
    return ok({ offers: { name: '', path, text, readUsage, alternatives: [] }, diagnostics: [] });
  }
  const sources = scenariosOf(workspace, files);
  const opened = await openVariants({ ...sources, text, path, signal, tell });
  if (!opened.ok) return opened;
  const { variants, diagnostics } = opened.value;
  const scaled = variants.find(({ scales }) => scales.length > 0);
  if (scaled) return err(notSealed(scaled.variant.name));
  const offers = variants.flatMap(({ variant, path: own, scenario }): OfferWanted[] => {
    if (!scenario.json.root) return [];
    const changed = JSON.stringify(scenarioAsRun(scenario.json.root));
    const changes = variant.changes.map(describeChange);
    return [{ name: variant.name, changes, path: own, text: changed, readUsage: sources.usageOf(own) }];
  });
  const [first, ...alternatives] = offers;
  return ok({ offers: first ? { ...first, alternatives } : null, diagnostics });
}

function notSealed(name: string): RpcError {
  const message = `${name} scales usage by a factor, which is not part of a scenario and cannot be sealed: change its demand models instead.`;
  return { code: 'scaled-usage', message };
}
