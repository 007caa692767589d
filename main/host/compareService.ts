import { err, ok, type Result } from '../../shared/base/result.ts';
import { rowColumns } from '../../shared/ledger/row.ts';
import type { ComparedView } from '../../shared/rpc/compareViews.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { compareBills } from './compare/compareBills.ts';
import { columnsOfBoth, compareSides } from './compare/compareSides.ts';
import { openSide, type SideFault } from './compare/openSide.ts';
import type { Side } from './compare/side.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import { storeRefusal } from './refusalOf.ts';
import type { UsageFiles } from './usageFiles.ts';

interface Parts {
  readonly open: OpenFolder;
  readonly files: UsageFiles;
}

/** Compares ledgers, files of rows and the bills of scenarios. */
export function compareService({ open, files }: Parts): Handlers<'compare.run' | 'compare.bills'> {
  return {
    'compare.bills': async (texts) => {
      const workspace = open.workspace();
      return workspace.ok ? ok(await compareBills(texts, { workspace: workspace.value, files })) : workspace;
    },
    'compare.run': async ({ first, second }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const opened = async (path: string): Promise<Result<Side, RpcError>> => {
        const side = await openSide(path, { workspace: workspace.value, files });
        return side.ok ? side : err(refusalOf(path, side.error));
      };
      const one = await opened(first);
      if (!one.ok) return one;
      const other = await opened(second);
      if (!other.ok) return other;
      const sides = { first: one.value, second: other.value };
      const compared = await compareSides(sides);
      const known = columnsOfBoth(sides);
      const missing =
        known === null ? [] : rowColumns.filter((column) => !known.has(column) && !ofNoMatter.has(column));
      const lacking = `Columns that one of them does not have were not compared: ${missing.join(', ')}.`;
      return ok({
        ...compared,
        first: viewOf(first, one.value),
        second: viewOf(second, other.value),
        notes: [...one.value.notes, ...other.value.notes, ...(missing.length > 0 ? [lacking] : [])],
      });
    },
  };
}

/** Numbers and causes move with rows before them, and are never compared. */
const ofNoMatter: ReadonlySet<string> = new Set(['seq', 'cause']);

function viewOf(path: string, { kind, name, currency, head }: Side): ComparedView {
  return { path, kind, name, currency, head };
}

function refusalOf(path: string, fault: SideFault): RpcError {
  if (fault.from === 'store') return storeRefusal(fault.error);
  if (fault.from === 'content') return { code: 'bad-input', message: fault.message, path };
  const { diagnostics } = fault;
  return { code: 'faults', message: `${path} has faults, so nothing was compared.`, path, diagnostics };
}
