import { ok } from '../../shared/base/result.ts';
import { attempt } from '../store/attempt.ts';
import { readDocument, saveDocument } from '../store/document.ts';
import { saveElsewhere } from '../store/saveElsewhere.ts';
import { readTextFile, saveTextFile } from '../store/userFiles/textFile.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';
import type { UserFiles } from './settingsService.ts';
import { firstText, userFileOf } from './userFileOf.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly userFiles: UserFiles;
}

/** Reads and saves the text documents of the workspace, and the files of settings and keys. */
export function documentService({
  ports,
  open,
  userFiles,
}: Parts): Handlers<'document.read' | 'document.save' | 'document.saveElsewhere'> {
  const find = (path: string) => userFileOf(ports, open.current()?.folder ?? null, path);
  return {
    'document.read': async ({ path }) => {
      const file = find(path);
      if (file) {
        const read = fromStore(await attempt(path, () => readTextFile(ports, file)));
        if (!read.ok) return read;
        const { text, sha256 } = read.value;
        return ok({ path, text: text ?? firstText(path), sha256, readOnly: userFiles.lockOf(path) !== null });
      }
      const workspace = open.workspace();
      return workspace.ok ? fromStore(await readDocument(workspace.value, path)) : workspace;
    },
    'document.saveElsewhere': async (wanted) => fromStore(await saveElsewhere(ports, wanted)),
    'document.save': async (save) => {
      const file = find(save.path);
      if (file) {
        const locked = userFiles.refusalOf(save.path);
        if (locked) return locked;
        const saved = fromStore(await attempt(save.path, () => saveTextFile(ports, file, save)));
        if (saved.ok && saved.value.saved) await userFiles.tell(save.path);
        return saved;
      }
      const workspace = open.workspace();
      return workspace.ok ? fromStore(await saveDocument(workspace.value, save)) : workspace;
    },
  };
}
