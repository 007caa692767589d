import { auditTerms, type AuditTerms } from '../../../shared/audit/terms.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { Ports } from '../../platform/ports.ts';
import { documentLimit } from '../../store/limits.ts';
import { decodeWhereItFits } from '../threads/decodeWhereItFits.ts';
import type { Where } from '../threads/whereItFits.ts';
import { AuditCancelled } from './auditCancelled.ts';
import { ofDiagnostics, ofFile, type AuditFailure } from './auditFailure.ts';
import { readWhole, type AuditedFile } from './readText.ts';

/** Reads the scenario whose terms a ledger is audited by. Throws where nobody waits for it any more. */
export async function readTerms(
  ports: Ports,
  file: AuditedFile,
  where: Where,
): Promise<Result<AuditTerms, AuditFailure>> {
  const text = await readWhole(ports, file, documentLimit);
  if (!text.ok) return ofFile(text.error);
  const decoded = await decodeWhereItFits(text.value, where);
  if (!decoded) throw new AuditCancelled();
  const { scenario, diagnostics } = decoded;
  if (!scenario) return ofDiagnostics(file.shown, diagnostics);
  const terms = auditTerms(scenario, text.value);
  return terms.ok ? terms : ofDiagnostics(file.shown, terms.error);
}
