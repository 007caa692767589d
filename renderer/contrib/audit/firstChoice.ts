import type { FileNode } from '../../../shared/rpc/views.ts';
import { scenariosOf, type AuditFile } from './auditFile.ts';
import { freshAudit, type AuditChoice } from './auditState.ts';
import { likelyTerms } from './likelyTerms.ts';

/** Address of an audit that begins with choosing. */
export const newAudit = 'new';

/** What an audit begins with: the file that it was opened for, in its role, and the terms that most likely go with it. */
export function firstChoice(path: string, files: readonly FileNode[]): AuditChoice {
  const scenarios = scenariosOf(files);
  const { choice } = freshAudit;
  if (path === newAudit) return { ...choice, terms: likelyTerms(null, scenarios) };
  if (path.endsWith('.scenario.json')) return { ...choice, terms: path, ledger: ledgerOf(path, files) };
  const role = /invoice/i.test(path) ? 'invoices' : 'ledger';
  return { ...choice, terms: likelyTerms(path, scenarios), [role]: { kind: 'path', path } satisfies AuditFile };
}

/** The ledger that was written beside a scenario, where there is one. */
function ledgerOf(scenario: string, files: readonly FileNode[]): AuditFile | null {
  const path = scenario.replace(/\.scenario\.json$/, '.ledger');
  const found = (nodes: readonly FileNode[]): boolean =>
    nodes.some((node) => node.path === path || found(node.children ?? []));
  return found(files) ? { kind: 'path', path } : null;
}
