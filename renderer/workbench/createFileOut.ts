import type { FileOut } from '../base/fileOut.ts';
import { uploadFile } from '../platform/uploadFile.ts';
import type { Workbench } from '../platform/workbench.ts';
import { asSeen } from './presentation/asSeen.ts';

/** Copies to the clipboard, and writes into the open folder through the host, so that both shells do the same. */
export function createFileOut(workbench: Workbench): FileOut {
  const { rpc, notifications, workspace } = workbench;
  return {
    async copy(what, type, make) {
      try {
        const piece = type === 'text/plain' ? seen(workbench, make) : make();
        await navigator.clipboard.write([new ClipboardItem({ [type]: piece })]);
        notifications.announce(`Copied: ${what}.`);
      } catch (error) {
        notifications.failed(`Copying ${what}`, error);
      }
    },
    async save(name, make) {
      try {
        const file = new File([await make()], name);
        const none = { signal: new AbortController().signal, onProgress: () => undefined };
        const upload = await uploadFile(rpc, file, none);
        const { path } = await rpc('file.export', { upload, name });
        await workspace.refresh();
        notifications.show('info', `Exported to ${path}.`, [], 'noticeExported');
      } catch (error) {
        notifications.failed(`Exporting ${name}`, error);
      }
    },
  };
}

async function seen(workbench: Workbench, make: () => Blob | Promise<Blob>): Promise<Blob> {
  const [piece, shown] = await Promise.all([make(), asSeen(workbench)]);
  return new Blob([shown(await piece.text())], { type: 'text/plain' });
}
