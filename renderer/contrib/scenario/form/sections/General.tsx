import { strayProblems } from '../../draft/problemsUnder.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import { FormSection } from '../FormSection.tsx';

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'INR', 'SGD', 'BRL'];
const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const monthPolicies = [
  { value: 'anniversary', title: 'Anniversary: from the subscription’s start' },
  { value: 'calendar', title: 'Calendar: from the 1st of the month' },
];

export function General() {
  const draft = useDraft();
  return (
    <FormSection id="general">
      <ProblemList problems={strayProblems(draft.problems, [])} />
      <FieldRow path={['name']} label="Name">
        {(field) => <TextControl field={field} placeholder="Acme 2026" />}
      </FieldRow>
      <FieldRow path={['currency']} label="Currency">
        {(field) => <TextControl field={field} placeholder="USD" list={currencies} />}
      </FieldRow>
      <FieldRow path={['timeZone']} label="Time zone" absent="UTC where nothing is given.">
        {(field) => <TextControl field={field} placeholder="UTC" list={timeZones} />}
      </FieldRow>
      <FieldRow path={['horizon', 'start']} label="First day">
        {(field) => <DateControl field={field} />}
      </FieldRow>
      <FieldRow path={['horizon', 'end']} label="End (not included)">
        {(field) => <DateControl field={field} />}
      </FieldRow>
      <FieldRow path={['policy', 'includedCycle']} label="Included cycle">
        {(field) => <ChoiceControl field={field} choices={monthPolicies} absent="Anniversary (default)" />}
      </FieldRow>
      <FieldRow path={['policy', 'flexCycle']} label="Flex cycle">
        {(field) => <ChoiceControl field={field} choices={monthPolicies} absent="Anniversary (default)" />}
      </FieldRow>
    </FormSection>
  );
}
