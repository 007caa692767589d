import type { RunCommand } from '../../base/acts/runCommand.ts';
import { canKey } from '../../platform/actCommand.ts';
import type { Workbench } from '../../platform/workbench.ts';

/** Runs the commands of buttons: what stands there to be pressed can be done. */
export function createRunCommand({ commands }: Workbench): RunCommand {
  return {
    run: (id, from, args) => void commands.run(id, { from, ...args }, { [canKey(id)]: true }),
    keyOf: commands.keyOf,
  };
}
