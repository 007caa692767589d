import { useStore } from 'zustand';
import { Checkbox } from '../../base/Checkbox.tsx';
import { Section } from '../../base/Section.tsx';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { BrandFields } from './BrandFields.tsx';
import { NotesField } from './NotesField.tsx';
import { pathCounts, readFields, type QuoteFields } from './quoteFields.ts';
import { changeFields } from './quoteStore.ts';
import { sealedQuotes } from './sealedQuotes.ts';

interface QuoteFormProps {
  readonly path: string;
  readonly fields: QuoteFields;
  readonly currency: string;
}

/** Who quotes what to whom; with what is for the seller alone kept apart. */
export function QuoteForm({ path, fields, currency }: QuoteFormProps) {
  const { workspace } = useWorkbench();
  const files = useStore(workspace.store, (view) => view?.files ?? null);
  const { faults } = readFields(fields);
  const set = (change: Partial<QuoteFields>) => changeFields(path, change);
  const earlier = sealedQuotes(files ?? []);
  const after = fields.since !== '';
  return (
    <div className="quote-form">
      <div className="quote-fields">
        <TextField label="Customer" value={fields.customer} onChange={(customer) => set({ customer })} />
        <TextField
          label="From"
          value={fields.seller}
          placeholder="your company"
          onChange={(seller) => set({ seller })}
        />
        <TextField
          label="Quote number"
          value={fields.number}
          placeholder={after ? 'as before' : 'made up'}
          error={faults.number}
          onChange={(number) => set({ number })}
        />
        <TextField
          label="Valid until"
          value={fields.validUntil}
          placeholder="30 days from now"
          error={faults.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
        <Select
          label="Follows the quote"
          value={fields.since}
          options={[
            { value: '', title: 'none: it is the first' },
            ...earlier.map((value) => ({ value, title: value })),
          ]}
          onChange={(since) => set({ since })}
        />
        <Select
          label="Paths"
          value={String(fields.paths)}
          options={pathCounts.map((count) => ({ value: String(count), title: count.toLocaleString('en') }))}
          onChange={(paths) => set({ paths: Number(paths) })}
        />
        <TextField
          label="Seed"
          value={fields.seed}
          numeric
          inputMode="numeric"
          error={faults.seed}
          onChange={(seed) => set({ seed })}
        />
      </div>
      <NotesField label="Notes for the customer" value={fields.notes} onChange={(notes) => set({ notes })} />
      <Checkbox
        label="Seal usage files as sums by day, without their rows"
        hint="The sealed file holds what it takes to compute every figure anew: whoever gets it can read the usage in it."
        checked={fields.daily}
        onChange={(daily) => set({ daily })}
      />
      <BrandFields fields={fields} onChange={set} />
      <Section title="Internal: on a page of its own, not for the customer" closed>
        <div className="quote-internal">
          <NotesField
            label="Internal notes"
            value={fields.internalNotes}
            onChange={(internalNotes) => set({ internalNotes })}
          />
          <div className="quote-fields">
            <TextField
              label="What a credit costs you"
              value={fields.creditCost}
              numeric
              suffix={currency}
              error={faults.creditCost}
              onChange={(creditCost) => set({ creditCost })}
            />
            <TextField
              label="Floor of the total"
              value={fields.floor}
              numeric
              suffix={currency}
              error={faults.floor}
              onChange={(floor) => set({ floor })}
            />
          </div>
        </div>
      </Section>
    </div>
  );
}
