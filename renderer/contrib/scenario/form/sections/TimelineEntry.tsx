import type { Node } from 'jsonc-parser';
import { memberText, valueOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { JsonMembers } from '../../edit/jsonValue.ts';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { ItemActions } from '../ItemActions.tsx';
import { entryAs, timelineKinds, type TimelineKind } from '../timelineKinds.ts';
import { useKnown } from '../useKnown.ts';
import { EntryFields } from './EntryFields.tsx';

interface TimelineEntryProps {
  readonly node: Node;
  readonly index: number;
  readonly up: number | null;
  readonly down: number | null;
}

export function TimelineEntry({ node, index, up, down }: TimelineEntryProps) {
  const draft = useDraft();
  const { plans } = useKnown();
  const path = ['timeline', index];
  const kind = memberText(node, 'do');
  const become = (chosen: string | undefined) => {
    const old = valueOf(draft.text, node) as JsonMembers;
    const entry = entryAs(chosen as TimelineKind, old, plans[0]?.value ?? '');
    draft.set(path, entry, { label: 'Change timeline action' });
  };
  return (
    <li className="form-entry form-entry-dated" data-scope="row">
      <div className="form-line">
        <FieldCell path={[...path, 'at']} label="Date" className="form-cell-date">
          {(field) => <DateControl field={field} />}
        </FieldCell>
        <FieldCell path={[...path, 'do']} label="Action" className="form-cell-kind">
          {(field) => <ChoiceControl field={field} choices={timelineKinds} onChoose={become} />}
        </FieldCell>
        <EntryFields path={path} kind={kind} />
        <ItemActions list={['timeline']} index={index} name={`entry ${index + 1}`} up={up} down={down} />
      </div>
      <ProblemList problems={draft.under(path)} of={path} />
    </li>
  );
}
