import { useStore } from 'zustand';
import { Banner } from '../../../base/Banner.tsx';
import { Button } from '../../../base/Button.tsx';
import { mappedRoles, roleTitles, type MappedFile } from './mappedFile.ts';
import { MappingPane } from './MappingPane.tsx';
import { changeMappedFile, mappingStore } from './mappingStore.ts';
import { useMappedFiles } from './useMappedFiles.ts';
import './mapping.css';

/** The foreign files of an audit: a form where one still has to be mapped, a line where a map reads it. */
export function Mappings({ path }: { readonly path: string }) {
  useMappedFiles(path);
  const files = useStore(mappingStore, ({ byPath }) => byPath[path]) ?? {};
  return mappedRoles.map((role) => {
    const file = files[role];
    if (!file || (file.preview?.origin === 'own' && file.failure === null)) return null;
    if (file.open || file.failure !== null) return <MappingPane key={`${role} ${file.key}`} path={path} file={file} />;
    return file.preview && <MappedLine key={role} path={path} file={file} />;
  });
}

function MappedLine({ path, file }: { readonly path: string; readonly file: MappedFile }) {
  const { preview, role } = file;
  if (!preview) return null;
  const rows = preview.control?.rows ?? 0;
  const how =
    preview.origin === 'remembered' && file.draft === null ? 'as the last file with these columns was' : 'by a map';
  return (
    <Banner
      kind={preview.fault === null ? 'info' : 'error'}
      actions={
        <Button kind="link" command="audit.checkMap" onClick={() => changeMappedFile(path, file, { open: true })}>
          Check or change
        </Button>
      }
    >
      {roleTitles[role]}: {preview.fault ?? `${preview.name} is read ${how}, ${rows.toLocaleString('en')} rows`}
      {preview.refusedCount > 0 && `, and ${preview.refusedCount.toLocaleString('en')} cannot be read`}
    </Banner>
  );
}
