import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { Shell } from '../shell.ts';

/** What is wrong with an open document as its text is now: what its decoder says, and what a run found where it says nothing. */
export async function currentProblems({ documents, problems }: Shell, path: string): Promise<readonly Diagnostic[]> {
  const found = problems.store.getState().byPath[path] ?? [];
  const text = documents.get(path)?.text;
  if (text === undefined || !path.endsWith('.scenario.json')) return found;
  const { decodeScenario } = await import('../../../shared/scenario/decode.ts');
  const decoded = decodeScenario(text).diagnostics;
  if (decoded.some(({ severity }) => severity === 'error')) return decoded;
  const known = new Set(decoded.map(nameOf));
  return [...decoded, ...found.filter((each) => !known.has(nameOf(each)))];
}

function nameOf({ code, path, file }: Diagnostic): string {
  return `${code} ${file ?? ''} ${path}`;
}
