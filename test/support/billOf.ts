import type { Run } from '../../shared/engine/outcome.ts';
import type { Program } from '../../shared/engine/program.ts';
import { compileScenario } from '../../shared/scenario/compile.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import { outcomeOf } from './programs.ts';

/** The program of a scenario document without usage files; fails with its faults where it has some. */
export function programOf(document: object): Program {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(document, null, 1));
  if (!scenario) throw new Error(JSON.stringify(diagnostics, null, 1));
  const compiled = compileScenario(scenario, []);
  if (!compiled.program) throw new Error(JSON.stringify(compiled.diagnostics, null, 1));
  return compiled.program;
}

/** The run of a scenario document without usage files. */
export function billOf(document: object): Run {
  return outcomeOf(programOf(document));
}
