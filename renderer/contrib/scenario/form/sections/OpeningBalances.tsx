import { Button } from '../../../../base/Button.tsx';
import { itemsOf, shownText } from '../../draft/nodeValue.ts';
import { strayProblems } from '../../draft/problemsUnder.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { EmptyLine } from '../EmptyLine.tsx';
import { AmountControl } from '../fields/AmountControl.tsx';
import { CapControl } from '../fields/CapControl.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { FlagControl } from '../fields/FlagControl.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { FormSection } from '../FormSection.tsx';
import { ItemActions } from '../ItemActions.tsx';
import { useCurrency } from '../useCurrency.ts';
import { useKnown } from '../useKnown.ts';
import { PendingChange } from './PendingChange.tsx';

/** A workspace that already runs at the horizon's start. @rule R27 */
export function OpeningBalances() {
  const draft = useDraft();
  const has = draft.at(['opening']) !== undefined;
  const plan = useKnown().plans[0]?.value ?? '';
  const since = shownText(draft.text, draft.at(['horizon', 'start'])) ?? '';
  const begin = () =>
    draft.set(['opening'], { plan, since, included: number(0), prepaid: [] }, { label: 'Add opening balances' });
  return (
    <FormSection
      id="opening"
      about="What a workspace that already runs holds at the horizon’s start. A new customer has none, and begins by subscribing."
      actions={
        has ? (
          <Button
            icon="trash"
            disabled={draft.locked}
            command="form.removePart"
            onClick={() => draft.remove(['opening'], { label: 'Remove opening balances' })}
          >
            Remove
          </Button>
        ) : (
          <Button icon="add" command="form.addPart" onClick={begin} disabled={draft.locked}>
            Add Opening Balances
          </Button>
        )
      }
    >
      {has ? <OpeningFields /> : <EmptyLine>Nothing runs yet when the horizon starts.</EmptyLine>}
    </FormSection>
  );
}

function OpeningFields() {
  const draft = useDraft();
  const { plans } = useKnown();
  const currency = useCurrency();
  return (
    <>
      <ProblemList problems={strayProblems(draft.under(['opening']), ['opening'])} />
      <FieldRow path={['opening', 'plan']} label="Plan" absent="Without one nothing runs yet, and the lots wait.">
        {(field) => <ChoiceControl field={field} choices={plans} absent="No plan" />}
      </FieldRow>
      <FieldRow path={['opening', 'since']} label="Subscribed since">
        {(field) => <DateControl field={field} />}
      </FieldRow>
      <FieldRow path={['opening', 'included']} label="Included credits left" unit="credits">
        {(field) => <AmountControl field={field} placeholder="0" />}
      </FieldRow>
      <OpeningLots />
      <FieldRow path={['opening', 'flex']} label="Flex of the open month" unit="credits">
        {(field) => <AmountControl field={field} placeholder="0" />}
      </FieldRow>
      <FieldRow
        path={['opening', 'capUsed']}
        label="Flex used under the cap"
        unit="credits"
        absent="As Flex of the open month."
      >
        {(field) => <AmountControl field={field} placeholder="as Flex" />}
      </FieldRow>
      <FieldRow path={['opening', 'flexEnabled']} label="Flex enabled">
        {(field) => <FlagControl field={field} usual />}
      </FieldRow>
      <FieldRow path={['opening', 'cap']} label="Flex cap">
        {(field) => <CapControl field={field} unit={currency} absent="No cap" />}
      </FieldRow>
      <PendingChange />
    </>
  );
}

/** Prepaid lots left, oldest first. @rule R9 */
function OpeningLots() {
  const draft = useDraft();
  const currency = useCurrency();
  const path = ['opening', 'prepaid'];
  return (
    <div className="form-row" data-scope="section" role="group" aria-label="Prepaid lots">
      <span className="form-label">Prepaid lots, oldest first</span>
      <div className="form-stack">
        {itemsOf(draft.at(path)).map((_, index, lots) => (
          <div key={index} className="form-line" data-scope="row">
            <FieldCell path={[...path, index, 'credits']} label="Credits" unit="credits">
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <FieldCell path={[...path, index, 'unitPrice']} label="at" shownLabel unit={`${currency} each`}>
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <ItemActions
              list={path}
              index={index}
              name={`lot ${index + 1}`}
              duplicate={false}
              up={index > 0 ? index - 1 : null}
              down={index < lots.length - 1 ? index + 1 : null}
            />
          </div>
        ))}
        <ProblemList problems={draft.under(path)} of={path} />
        <AddButton list={path} item={() => ({ credits: number(0), unitPrice: number(0) })} focus="credits">
          Add Lot
        </AddButton>
      </div>
      <div className="form-about">Credits bought earlier and not used yet; the oldest are drawn first.</div>
    </div>
  );
}
