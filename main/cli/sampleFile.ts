import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import type { Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import type { ToSample } from '../host/forecast/prepareSample.ts';
import { createSampling, type Sampling } from '../host/forecast/sampling.ts';
import { createUsageFiles } from '../host/usageFiles.ts';
import { readDocument } from '../store/document.ts';
import { exitCode, type CommandIo } from './command.ts';
import { failed, openBeside, type Beside } from './openBeside.ts';
import { describeDiagnostic, plainText } from './plainText.ts';
import { progress } from './progress.ts';

interface Told {
  readonly diagnostics: readonly Diagnostic[];
}

/** Samples a scenario or comparison file on threads that end with it. What is wrong is told on standard error. */
export async function sampleFile<T extends Told>(
  file: string,
  io: CommandIo,
  work: (sampling: Sampling, document: ToSample, beside: Beside) => Promise<Result<T, RpcError>>,
): Promise<{ readonly value: T } | { readonly exit: number }> {
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside;
  const { workspace, name } = beside;
  const read = await readDocument(workspace, name);
  if (!read.ok) return failed(read.error, io);
  const say = progress(io);
  const sampling = createSampling();
  try {
    const document: ToSample = {
      text: read.value.text,
      readUsage: createUsageFiles().reader(workspace, name),
      tell: (step, part) => say(part === null ? step : `${step}: ${Math.floor(part * 100)} %`),
    };
    const outcome = await work(sampling, document, beside);
    if (!outcome.ok) return refused(outcome.error, io);
    for (const fault of outcome.value.diagnostics) io.stderr(`${describeDiagnostic(fault, file)}\n`);
    return outcome;
  } finally {
    await sampling.close();
  }
}

function refused({ code, message }: RpcError, io: CommandIo): { readonly exit: number } {
  io.stderr(`${plainText(message)}\n`);
  return { exit: code === 'worker-died' || code === 'out-of-memory' ? exitCode.ioFailure : exitCode.badInput };
}
