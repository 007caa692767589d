import type { Workbench } from '../../platform/workbench.ts';
import { targetFolder } from './targets.ts';

/** Asks for files of this computer and copies them into the folder. */
export function chooseFiles(workbench: Workbench, args?: unknown): void {
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
