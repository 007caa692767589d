import { err, ok } from '../../shared/base/result.ts';
import { makeSample } from '../store/sample.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';
import type { Output } from './output.ts';
import { samples } from './samples/samples.ts';
import { openAndRemember } from './workspaceService.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly output: Output;
}

/** Lists the ready samples, and opens fresh copies of them apart from the user's files. */
export function sampleService({ ports, open, output }: Parts): Handlers<'samples.list' | 'samples.open'> {
  return {
    'samples.list': () => ok(samples.map(({ id, title, text }) => ({ id, title, text }))),
    'samples.open': async ({ id }) => {
      const sample = samples.find((each) => each.id === id);
      if (!sample) return err({ code: 'unknown-sample', message: 'There is no sample of that name.' });
      const made = fromStore(await makeSample(ports, id, sample.files()));
      return made.ok ? openAndRemember({ ports, open, output }, made.value) : made;
    },
  };
}
