import { createHost } from '../../main/host/createHost.ts';
import { inProcessCall } from '../../main/host/inProcess.ts';
import type { Connection } from '../../renderer/platform/connection.ts';
import type { EditorKind } from '../../renderer/platform/editor.ts';
import { createShell } from '../../renderer/workbench/createShell.ts';
import { portsIn } from './storeOnDisk.ts';

const kinds = ['scenario', 'bill', 'welcome', 'text', 'ledger'].map((scheme): EditorKind => ({
  scheme,
  icon: 'file',
  load: () => Promise.reject(new Error('nothing is drawn here')),
  ...(scheme === 'welcome' ? {} : { document: (path: string) => path }),
}));

/** The workbench without a page, on a host with an app folder of its own. */
export function hostShell(home: string) {
  const host = createHost({ ...portsIn(home), pickFolder: null });
  const connection: Connection = {
    kind: 'web',
    call: inProcessCall(host),
    on: (listener) => host.onEvent(({ event, payload }) => listener(event, payload as never)),
    watch: () => () => undefined,
  };
  return { host, ...createShell(connection, [{ id: 'test', editors: kinds }]) };
}
