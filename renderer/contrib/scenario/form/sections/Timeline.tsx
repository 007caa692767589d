import { useState, type FocusEvent } from 'react';
import { parseInstant } from '../../../../../shared/calendar/instant.ts';
import { zoneOf } from '../../../../../shared/calendar/zone.ts';
import { itemsOf, memberText, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { AddButton } from '../AddButton.tsx';
import { EmptyLine } from '../EmptyLine.tsx';
import { FormSection } from '../FormSection.tsx';
import { entryAs, timeOrder } from '../timelineKinds.ts';
import { useKnown } from '../useKnown.ts';
import { TimelineEntry } from './TimelineEntry.tsx';

/** What happens to the subscription, in time order. */
export function Timeline() {
  const draft = useDraft();
  const { plans } = useKnown();
  const entries = itemsOf(draft.at(['timeline']));
  const order = useSteadyOrder(useTimes());
  const last = entries.at(-1);
  const newEntry = () => {
    const at = memberText(last, 'at') ?? shownText(draft.text, draft.at(['horizon', 'start'])) ?? '';
    return entryAs(entries.length === 0 ? 'subscribe' : 'buy-prepaid', { at }, plans[0]?.value ?? '');
  };
  return (
    <FormSection
      id="timeline"
      count={entries.length}
      about="Subscriptions, purchases and switches, shown in time order. Entries of one instant happen in the order of the list."
      actions={
        <AddButton list={['timeline']} item={newEntry} focus="at">
          Add Entry
        </AddButton>
      }
    >
      {entries.length === 0 && <EmptyLine>Nothing happens. Begin with an entry that subscribes to a plan.</EmptyLine>}
      <ol className="form-timeline" onFocus={order.hold} onBlur={order.release}>
        {order.positions.map((index, rank) => (
          <TimelineEntry
            key={index}
            index={index}
            up={order.neighbour(rank, -1)}
            down={order.neighbour(rank, 1)}
            node={entries[index]!}
          />
        ))}
      </ol>
    </FormSection>
  );
}

function useTimes(): readonly (number | null)[] {
  const draft = useDraft();
  const zone = zoneOf(shownText(draft.text, draft.at(['timeZone'])) ?? 'UTC') ?? zoneOf('UTC')!;
  return itemsOf(draft.at(['timeline'])).map((node) => parseInstant(memberText(node, 'at') ?? '', zone));
}

/** The order holds still while a date is typed, so that the field does not run away from the keyboard. */
function useSteadyOrder(times: readonly (number | null)[]) {
  const [held, setHeld] = useState<readonly number[] | null>(null);
  const sorted = timeOrder(times);
  const positions = held && held.length === sorted.length ? held : sorted;
  return {
    positions,
    hold: (event: FocusEvent) => {
      if ((event.target as HTMLElement).dataset['path']?.endsWith('.at')) setHeld(positions);
    },
    release: () => setHeld(null),
    /** Only entries of one instant can change places: the others stand where their times put them. */
    neighbour(rank: number, step: 1 | -1): number | null {
      const [index, other] = [positions[rank], positions[rank + step]];
      if (index === undefined || other === undefined) return null;
      return times[index] === times[other] ? other : null;
    },
  };
}
