import { useState } from 'react';
import type { ImportReport } from '../../../shared/rpc/views.ts';
import { useLostFocus } from '../../base/useLostFocus.ts';
import type { EditorProps } from '../../platform/editor.ts';
import { FilePicker } from './FilePicker.tsx';
import { ImportDone } from './ImportDone.tsx';
import type { ImportSource } from './importSource.ts';
import { PreviewPane } from './PreviewPane.tsx';
import '../../base/figuresTable.css';
import './interchange.css';

/** Address of an import that begins with choosing a file. */
export const newImport = 'new';

type Step =
  | { readonly at: 'file' }
  | { readonly at: 'preview'; readonly source: ImportSource; readonly name: string }
  | { readonly at: 'done'; readonly report: ImportReport; readonly scenario: string | null };

/** Usage records become a usage file of the workspace: choose, check what will happen, import. */
export function ImportEditor({ path }: EditorProps) {
  return <ImportSteps key={path} path={path} />;
}

function ImportSteps({ path }: { readonly path: string }) {
  const [step, setStep] = useState<Step>(() => firstStep(path));
  const heading = useLostFocus<HTMLHeadingElement>(step.at);
  return (
    <div className="import">
      <h1 ref={heading} tabIndex={-1}>
        Import usage
      </h1>
      {step.at === 'file' && (
        <FilePicker onFile={(upload, name) => setStep({ at: 'preview', source: { upload }, name })} />
      )}
      {step.at === 'preview' && (
        <PreviewPane
          source={step.source}
          name={step.name}
          onBack={() => setStep({ at: 'file' })}
          onDone={(report, scenario) => setStep({ at: 'done', report, scenario })}
        />
      )}
      {step.at === 'done' && (
        <ImportDone report={step.report} scenario={step.scenario} onAgain={() => setStep({ at: 'file' })} />
      )}
    </div>
  );
}

function firstStep(path: string): Step {
  return path === newImport ? { at: 'file' } : { at: 'preview', source: { path }, name: path };
}
