import { EmptyState } from '../../../base/EmptyState.tsx';
import { Spinner } from '../../../base/Spinner.tsx';
import type { EditorProps } from '../../../platform/editor.ts';
import { useDocument } from '../../../workbench/documents/useDocument.ts';
import { ScenarioForm } from './ScenarioForm.tsx';
import './form.css';

/** A scenario as a form: the same document as its text, edited field by field. */
export function ScenarioEditor({ path, reveal }: EditorProps) {
  const document = useDocument(path);
  if (document === null) return <Spinner label={`Reading ${path}`} />;
  if ('failure' in document)
    return <EmptyState icon="error" title="This file could not be read" text={document.failure} />;
  return <ScenarioForm document={document} reveal={reveal} />;
}
