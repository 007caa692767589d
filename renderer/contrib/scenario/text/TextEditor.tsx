import { useStore } from 'zustand';
import { Button } from '../../../base/Button.tsx';
import { EmptyState } from '../../../base/EmptyState.tsx';
import { Spinner } from '../../../base/Spinner.tsx';
import type { EditorProps } from '../../../platform/editor.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { useDocument } from '../../../workbench/documents/useDocument.ts';
import { bytesOf, mostBytes } from './bytesOf.ts';
import { MonacoText } from './MonacoText.tsx';
import './text.css';

/** A file of the workspace as text. */
export function TextEditor(props: EditorProps) {
  const { workspace, commands } = useWorkbench();
  const bytes = useStore(workspace.store, (view) => bytesOf(view?.files ?? [], props.path));
  if (bytes !== null && bytes > mostBytes) {
    const said = `It has ${(bytes / 1e6).toFixed(1)} MB; the text editor opens files of up to 5 MB. Look at its rows, or open it in another program.`;
    const asRows = <Button onClick={() => void commands.run('table.open', { path: props.path })}>Open as Rows</Button>;
    return <EmptyState icon="file" title="This file is too large for the text editor" text={said} actions={asRows} />;
  }
  return <OpenText {...props} />;
}

function OpenText({ path, reveal, active }: EditorProps) {
  const document = useDocument(path);
  if (document === null) return <Spinner label={`Reading ${path}`} />;
  if ('failure' in document)
    return <EmptyState icon="error" title="This file could not be read" text={document.failure} />;
  return <MonacoText document={document} reveal={reveal} active={active} />;
}
