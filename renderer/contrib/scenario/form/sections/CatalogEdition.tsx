import { useDraft } from '../../draft/useDraft.ts';
import { offeredCatalogs } from '../../offeredCatalogs.ts';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { FormSection } from '../FormSection.tsx';
import { useCatalog } from '../useCatalog.ts';
import { CatalogMeters } from './CatalogMeters.tsx';
import { CatalogPlans } from './CatalogPlans.tsx';

const editions = offeredCatalogs.map(({ id, title }) => ({ value: id, title }));

/** The dated edition of the vendor's price list that the scenario rests on. */
export function CatalogEdition() {
  const catalog = useCatalog();
  const { locked } = useDraft();
  return (
    <FormSection id="catalog">
      <FieldRow
        path={['catalog']}
        label="Edition"
        absent="Without one, the scenario has its own plans and meters alone."
      >
        {(field) => <ChoiceControl field={field} choices={editions} absent="None" />}
      </FieldRow>
      {catalog && (
        <>
          <p className="form-section-about">
            <strong>{catalog.title}</strong>: {catalog.dated}, in {catalog.currency}. Confidence: <b>A</b> the vendor’s
            own page, <b>B</b> a third party with a date, <b>?</b> contradicted or not dated.
          </p>
          <CatalogPlans catalog={catalog} locked={locked} />
          <CatalogMeters catalog={catalog} />
          <CatalogNotes notes={catalog.notes} />
        </>
      )}
    </FormSection>
  );
}

interface Note {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

function CatalogNotes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <details className="form-details">
      <summary>What this edition leaves open ({notes.length})</summary>
      <ul className="form-notes">
        {notes.map(({ id, text, source }) => (
          <li key={id} title={source}>
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
