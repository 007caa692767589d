import { auditTerms, type AuditTerms } from '../../../shared/audit/terms.ts';
import type { Result } from '../../../shared/base/result.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import type { Ports } from '../../platform/ports.ts';
import { documentLimit } from '../../store/limits.ts';
import { ofDiagnostics, ofFile, type AuditFailure } from './auditFailure.ts';
import { readWhole, type AuditedFile } from './readText.ts';

/** Reads the scenario whose terms a ledger is audited by. */
export async function readTerms(ports: Ports, file: AuditedFile): Promise<Result<AuditTerms, AuditFailure>> {
  const text = await readWhole(ports, file, documentLimit);
  if (!text.ok) return ofFile(text.error);
  const { scenario, diagnostics } = decodeScenario(text.value);
  if (!scenario) return ofDiagnostics(file.shown, diagnostics);
  const terms = auditTerms(scenario, text.value);
  return terms.ok ? terms : ofDiagnostics(file.shown, terms.error);
}
