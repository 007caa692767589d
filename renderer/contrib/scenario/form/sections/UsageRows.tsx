import { useState } from 'react';
import { Button } from '../../../../base/Button.tsx';
import { itemsOf, memberText, membersOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonMembers } from '../../edit/jsonValue.ts';
import { pastedEvents } from '../../edit/pastedEvents.ts';
import { AddButton } from '../AddButton.tsx';
import { EmptyLine } from '../EmptyLine.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { FormSection } from '../FormSection.tsx';
import { useKnown } from '../useKnown.ts';
import { PasteRows } from './PasteRows.tsx';
import { UsageGrid } from './UsageGrid.tsx';

const list = ['usage', 'events'];

/** Usage listed in the scenario itself, one event a row. */
export function UsageRows() {
  const draft = useDraft();
  const [pasting, setPasting] = useState(false);
  const { meters } = useKnown();
  const rows = itemsOf(draft.at(list));
  const last = rows.at(-1);
  const newRow = (): JsonMembers => {
    const at = memberText(last, 'at') ?? shownText(draft.text, draft.at(['horizon', 'start'])) ?? '';
    const isCredits = last ? membersOf(last).some(([key]) => key === 'credits') : meters.length === 0;
    const meter = memberText(last, 'meter') ?? meters[0]?.value ?? '';
    return isCredits ? { at, credits: number(1) } : { at, meter, quantity: number(1) };
  };
  const add = (events: readonly JsonMembers[], at: number) => {
    const rowsText = events.length === 1 ? 'usage row' : `${events.length} usage rows`;
    draft.insert(list, at, events, { label: `Paste ${rowsText}` });
  };
  return (
    <FormSection
      id="usage"
      count={rows.length}
      about="Usage that is known, one event a row: on a meter, or stated in credits. Cells copied from a spreadsheet can be pasted into the rows."
      actions={
        <>
          <Button icon="clippy" disabled={draft.locked} command="form.paste" onClick={() => setPasting(!pasting)}>
            Paste Cells…
          </Button>
          {rows.length > 0 && (
            <Button
              icon="clear-all"
              disabled={draft.locked}
              command="form.removeAll"
              onClick={() => draft.set(list, [], { label: 'Remove all usage rows' })}
            >
              Remove All
            </Button>
          )}
          <AddButton list={list} item={newRow} focus="at">
            Add Row
          </AddButton>
        </>
      }
    >
      {pasting && (
        <PasteRows
          onAdd={(text) => {
            add(pastedEvents(text), rows.length);
            setPasting(false);
          }}
          onClose={() => setPasting(false)}
        />
      )}
      {rows.length === 0 && !pasting && <EmptyLine>No usage is listed here.</EmptyLine>}
      {rows.length > 0 && (
        <UsageGrid count={rows.length} onPaste={(text, after) => add(pastedEvents(text), after + 1)} />
      )}
      <ProblemList problems={draft.under(list)} of={list} />
    </FormSection>
  );
}
