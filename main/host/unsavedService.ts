import { err, ok, type Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { dropUnsaved, keepUnsaved, listUnsaved, type UnsavedPlace } from '../store/unsavedWork.ts';
import type { Events } from './events.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';

interface UnsavedService {
  readonly handlers: Handlers<'unsaved.list' | 'unsaved.keep' | 'unsaved.drop' | 'unsaved.done'>;
  /** Asks that many pages to keep what they have, and waits for them, but not for long. */
  askPages(pages: number): Promise<void>;
}

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly events: Events;
}

const longestAnswerMs = 2000;

/** Keeps unsaved work of the open folder. It belongs to whoever may save it: read-only, it is neither shown nor changed. */
export function unsavedService({ ports, open, events }: Parts): UnsavedService {
  let answered = (): void => undefined;
  const inPlace = async <T>(work: (place: UnsavedPlace) => Promise<Result<T, RpcError>>) => {
    const workspace = open.current();
    if (workspace && workspace.readOnly !== null) return err({ code: 'read-only', message: workspace.readOnly });
    return work({ ports, folder: workspace?.folder ?? '' });
  };
  return {
    handlers: {
      'unsaved.list': () => inPlace(async (place) => fromStore(await listUnsaved(place))),
      'unsaved.keep': (work) => inPlace(async (place) => fromStore(await keepUnsaved(place, work))),
      'unsaved.drop': ({ path }) => inPlace(async (place) => fromStore(await dropUnsaved(place, path))),
      'unsaved.done': async () => {
        answered();
        return ok(null);
      },
    },
    async askPages(pages) {
      if (pages === 0) return;
      const all = new Promise<void>((resolve) => {
        let left = pages;
        answered = () => {
          left -= 1;
          if (left === 0) resolve();
        };
      });
      events.emit({ event: 'host.closing', payload: {} });
      let timer: ReturnType<typeof setTimeout> | undefined;
      await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, longestAnswerMs)))]);
      clearTimeout(timer);
    },
  };
}
