import { Button } from '../../../../base/Button.tsx';
import { useWorkbench } from '../../../../platform/useWorkbench.ts';
import { itemsOf, memberText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { AddButton } from '../AddButton.tsx';
import { EmptyLine } from '../EmptyLine.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import { FormSection } from '../FormSection.tsx';
import { ItemActions } from '../ItemActions.tsx';

/** Usage that lies in files beside the scenario. */
export function UsageFiles() {
  const draft = useDraft();
  const { commands, editors } = useWorkbench();
  const list = ['usage', 'files'];
  const files = itemsOf(draft.at(list));
  const folder = draft.document.slice(0, draft.document.lastIndexOf('/') + 1);
  return (
    <FormSection
      id="files"
      count={files.length}
      about="CSV or NDJSON files inside the scenario’s folder. An import writes one and lists it here, with its hash."
      actions={
        <>
          <Button
            icon="cloud-download"
            disabled={draft.locked}
            onClick={() => void commands.run('import.open', { scenario: draft.document })}
          >
            Import Usage…
          </Button>
          <AddButton list={list} item={() => ({ path: 'usage/' })} focus="path">
            Add File
          </AddButton>
        </>
      }
    >
      {files.length === 0 && <EmptyLine>No usage files.</EmptyLine>}
      {files.map((file, index) => (
        <div key={index} className="form-entry" data-scope="row">
          <div className="form-line">
            <FieldCell path={[...list, index, 'path']} label="Path" className="form-cell-wide">
              {(field) => <TextControl field={field} placeholder="usage/jan.csv" />}
            </FieldCell>
            <FieldCell
              path={[...list, index, 'sha256']}
              label="SHA-256"
              shownLabel
              className="form-cell-wide form-mono"
            >
              {(field) => <TextControl field={field} placeholder="not checked" />}
            </FieldCell>
            <Button
              kind="link"
              command="form.openFile"
              onClick={() => editors.open(`text:${folder}${memberText(file, 'path') ?? ''}`)}
            >
              Open
            </Button>
            <ItemActions list={list} index={index} name={`file ${index + 1}`} duplicate={false} />
          </div>
          <ProblemList problems={draft.under([...list, index])} of={[...list, index]} />
        </div>
      ))}
    </FormSection>
  );
}
