import type { FileOut } from '../base/fileOut.ts';
import { uploadFile } from '../platform/uploadFile.ts';
import type { Workbench } from '../platform/workbench.ts';

/** Copies to the clipboard, and writes into the open folder through the host, so that both shells do the same. */
export function createFileOut({ rpc, notifications, workspace }: Workbench): FileOut {
  return {
    async copy(what, type, make) {
      try {
        await navigator.clipboard.write([new ClipboardItem({ [type]: make() })]);
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
