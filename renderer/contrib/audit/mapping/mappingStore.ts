import { createStore } from 'zustand/vanilla';
import { mappedRoles, needsMap, roleTitles, type MappedFile, type MappedRole } from './mappedFile.ts';

type Files = Readonly<Partial<Record<MappedRole, MappedFile>>>;

/** The files of each audit editor as they would be read, by the editor's path. */
export const mappingStore = createStore<{ readonly byPath: Readonly<Record<string, Files>> }>(() => ({ byPath: {} }));

const none: Files = {};

export function mappedFiles(path: string): Files {
  return mappingStore.getState().byPath[path] ?? none;
}

/** Puts a file in its role, or changes it there; null takes it out. */
export function setMappedFile(path: string, role: MappedRole, file: MappedFile | null): void {
  mappingStore.setState(({ byPath }) => {
    const { [role]: _, ...others } = byPath[path] ?? none;
    return { byPath: { ...byPath, [path]: file ? { ...others, [role]: file } : others } };
  });
}

/** Changes a file that is still the one it was. */
export function changeMappedFile(path: string, { role, key }: MappedFile, change: Partial<MappedFile>): void {
  const file = mappedFiles(path)[role];
  if (file?.key === key) setMappedFile(path, role, { ...file, ...change });
}

/** Why an audit cannot run yet: a foreign file that no map reads; null where all are read. */
export function unmapped(path: string): string | null {
  const files = mappedFiles(path);
  const role = mappedRoles.find((each) => files[each] && needsMap(files[each]));
  if (role === undefined) return null;
  return `${roleTitles[role]}: the columns are foreign. Check below how they are read, and use the map.`;
}
