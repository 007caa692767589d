import { shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';
import { useKnown } from '../useKnown.ts';

const changes = [
  { value: 'cancel', title: 'Cancel' },
  { value: 'change-plan', title: 'Change plan' },
];
const path = ['opening', 'pending'];

/** A change that waits for the end of the running cycle. @rule R15 */
export function PendingChange() {
  const draft = useDraft();
  const { plans } = useKnown();
  const name = { label: 'Change pending change' };
  const choose = (value: string | undefined) => {
    if (value === undefined) draft.remove(path, name);
    else draft.set(path, { do: value, plan: value === 'cancel' ? undefined : (plans[0]?.value ?? '') }, name);
  };
  const isChange = shownText(draft.text, draft.at([...path, 'do'])) === 'change-plan';
  return (
    <div className="form-row" role="group" aria-label="Pending change">
      <span className="form-label">Pending at cycle end</span>
      <div className="form-stack">
        <div className="form-line">
          <FieldCell path={[...path, 'do']} label="Pending change">
            {(field) => <ChoiceControl field={field} choices={changes} absent="Nothing" onChoose={choose} />}
          </FieldCell>
          {isChange && (
            <FieldCell path={[...path, 'plan']} label="to" shownLabel>
              {(field) => <ChoiceControl field={field} choices={plans} />}
            </FieldCell>
          )}
        </div>
        <ProblemList problems={draft.under(path)} of={path} />
      </div>
      <div className="form-about">
        <HelpText text={useHelp(path)} />
      </div>
    </div>
  );
}
