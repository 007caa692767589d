import type { Shell } from '../shell.ts';
import type { Problem } from './problemList.ts';

/** Opens the place of a problem: in the editor of the document that is open, else as text. */
export function revealProblem({ editors }: Pick<Shell, 'editors'>, { documentPath, diagnostic }: Problem): void {
  const { file, path, place } = diagnostic;
  if (file !== undefined && file !== documentPath) {
    editors.open(`text:${file}`, { reveal: place ? { place } : {} });
    return;
  }
  const form = `scenario:${documentPath}`;
  const useForm = path !== '' && editors.all().includes(form) && editors.active() !== `text:${documentPath}`;
  editors.open(useForm ? form : `text:${documentPath}`, { reveal: { path, ...(place ? { place } : {}) } });
}
