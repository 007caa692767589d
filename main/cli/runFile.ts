import { runScenario, type ScenarioRun } from '../host/runScenario.ts';
import { createUsageFiles } from '../host/usageFiles.ts';
import { readDocument } from '../store/document.ts';
import type { CommandIo } from './command.ts';
import { failed, openBeside } from './openBeside.ts';

/** Reads, checks and runs a scenario file. */
export async function runFile(file: string, io: CommandIo): Promise<ScenarioRun | { readonly exit: number }> {
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside;
  const { workspace, name } = beside;
  const document = await readDocument(workspace, name);
  if (!document.ok) return failed(document.error, io);
  return runScenario({ text: document.value.text, readUsage: createUsageFiles().reader(workspace, name) });
}
