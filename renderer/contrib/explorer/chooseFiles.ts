import type { Workbench } from '../../platform/workbench.ts';
import { targetFolder } from './targets.ts';

/** Asks for files of this computer, unless they are given, and copies them into the folder. */
export function chooseFiles(workbench: Workbench, args?: unknown): void | Promise<void> {
  if (isGiven(args)) return addGiven(workbench, args.files);
  const folder = targetFolder(workbench, args);
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  const take = async (): Promise<void> => {
    const [{ addFiles }, { chosenFiles }] = await Promise.all([import('./addFiles.ts'), import('./droppedFiles.ts')]);
    await addFiles(workbench, folder, chosenFiles([...(input.files ?? [])]));
  };
  input.addEventListener('change', () => void take());
  input.click();
}

function isGiven(args: unknown): args is { readonly files: readonly File[] } {
  return typeof args === 'object' && args !== null && 'files' in args;
}

/** Copies files in beside all others, and opens the first one. */
async function addGiven(workbench: Workbench, files: readonly File[]): Promise<void> {
  const [{ addFiles }, { chosenFiles }] = await Promise.all([import('./addFiles.ts'), import('./droppedFiles.ts')]);
  const [first] = await addFiles(workbench, '', chosenFiles(files));
  if (first !== undefined) workbench.editors.openFile(first, { focus: true, pinned: true });
}
