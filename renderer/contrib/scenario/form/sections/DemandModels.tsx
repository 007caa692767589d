import { itemsOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { EmptyLine } from '../EmptyLine.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { FormSection } from '../FormSection.tsx';
import { freeId } from '../../draft/freeId.ts';
import { useKnown } from '../useKnown.ts';
import { FromHistory } from './FromHistory.tsx';
import { ModelCard } from './ModelCard.tsx';

/** Usage that is expected rather than known. */
export function DemandModels() {
  const draft = useDraft();
  const { meters } = useKnown();
  const list = ['usage', 'models'];
  const models = itemsOf(draft.at(list));
  const measure = meters[0] ? { meter: meters[0].value } : { credits: true };
  const newModel = () => ({ id: freeId(models, 'demand'), ...measure, level: number(100), per: 'day' });
  return (
    <FormSection
      id="models"
      count={models.length}
      about="Usage that is expected rather than known: a level with growth, patterns, spikes and noise. Each makes one usage event a day, at noon."
      actions={
        <>
          <FromHistory />
          <AddButton list={list} item={newModel} focus="level">
            Add Demand Model
          </AddButton>
        </>
      }
    >
      {models.length === 0 && <EmptyLine>No demand models.</EmptyLine>}
      {models.map((model, index) => (
        <ModelCard key={index} node={model} index={index} open={models.length <= 4} />
      ))}
      {(models.length > 0 || draft.at(['usage', 'asOf'])) && (
        <FieldRow path={['usage', 'asOf']} label="Known until">
          {(field) => <DateControl field={field} />}
        </FieldRow>
      )}
    </FormSection>
  );
}
