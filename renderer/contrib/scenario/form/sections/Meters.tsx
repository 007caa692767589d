import { itemsOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { EmptyLine } from '../EmptyLine.tsx';
import { FormSection } from '../FormSection.tsx';
import { freeId } from '../../draft/freeId.ts';
import { MeterCard } from './MeterCard.tsx';

/** What is metered, and what it costs in credits. */
export function Meters() {
  const draft = useDraft();
  const meters = itemsOf(draft.at(['meters']));
  const start = shownText(draft.text, draft.at(['horizon', 'start'])) ?? '';
  const newMeter = () => ({
    id: freeId(meters, 'meter'),
    unit: 'unit',
    runs: 'hosted',
    rates: [{ from: start.slice(0, 10), credits: number(1), per: number(1) }],
  });
  return (
    <FormSection
      id="meters"
      count={meters.length}
      about="Billable features beside those of the catalog, with rates that may change over time. A meter with the id of a catalog meter overrides it."
      actions={
        <AddButton list={['meters']} item={newMeter} focus="id">
          Add Meter
        </AddButton>
      }
    >
      {meters.length === 0 && (
        <EmptyLine>No meters of its own: usage names those of the catalog, or states credits.</EmptyLine>
      )}
      {meters.map((meter, index) => (
        <MeterCard key={index} node={meter} index={index} open={meters.length <= 4} />
      ))}
    </FormSection>
  );
}
