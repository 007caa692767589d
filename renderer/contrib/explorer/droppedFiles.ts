/** A file to copy in, and its path in the folder that it goes to. */
export interface NewFile {
  readonly file: File;
  readonly path: string;
}

/** Files to copy in, and names of those that are not, each with the reason. */
export interface Dropped {
  readonly files: readonly NewFile[];
  readonly refused: readonly string[];
}

/** Most files that are copied in at once. */
export const mostFiles = 500;
/** Largest file that is copied in. */
export const mostBytes = 1_000_000_000;

/** The files of a drop, folders with what is in them. */
export async function droppedFiles(dropped: readonly (FileSystemEntry | File | null)[]): Promise<Dropped> {
  const found: NewFile[] = [];
  const refused: string[] = [];
  for (const each of dropped) {
    if (each instanceof File) found.push({ file: each, path: each.name });
    else if (each) await collect(each, each.name, { found, refused });
  }
  return limited(found, refused);
}

/** The files of a choice, each under its own name. */
export function chosenFiles(files: readonly File[]): Dropped {
  const refused: string[] = [];
  return limited(
    files.map((file) => ({ file, path: file.name })),
    refused,
  );
}

function limited(found: readonly NewFile[], refused: string[]): Dropped {
  const files = found.slice(0, mostFiles).filter(({ file, path }) => {
    if (file.size <= mostBytes) return true;
    refused.push(`${path} is larger than 1 GB`);
    return false;
  });
  for (const { path } of found.slice(mostFiles)) refused.push(`${path} is beyond the ${mostFiles} files of one go`);
  return { files, refused };
}

interface Collected {
  readonly found: NewFile[];
  readonly refused: string[];
}

async function collect(entry: FileSystemEntry, path: string, into: Collected): Promise<void> {
  if (entry.name.startsWith('.') || entry.name === 'node_modules') {
    into.refused.push(`${path} is hidden`);
    return;
  }
  if (into.found.length > mostFiles) return;
  try {
    if (entry.isDirectory) {
      for (const child of await childrenOf(entry as FileSystemDirectoryEntry))
        await collect(child, `${path}/${child.name}`, into);
    } else {
      into.found.push({ file: await fileOf(entry as FileSystemFileEntry), path });
    }
  } catch {
    into.refused.push(`${path} cannot be read`);
  }
}

/** A reader gives the entries of a folder in parts, and an empty part at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0 || all.length > mostFiles) return all;
    all.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
