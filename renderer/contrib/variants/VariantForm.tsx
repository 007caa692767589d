import { useRef } from 'react';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { Button } from '../../base/Button.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { scenariosIn } from '../../workbench/scenarioInFront.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { changeKinds } from './changeKinds.ts';
import { freeName, insertAt, setAt, type WrittenComparison, type WrittenVariant } from './comparisonText.ts';
import { besideComparison, useOffered, type OfferedByScenario } from './offeredBy.ts';

interface VariantFormProps {
  readonly path: string;
  readonly comparison: WrittenComparison;
  readonly readOnly: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const mostVariants = 5;
const fewestVariants = 2;

/** A change of the document's text: one step of undo. */
export type Rewrite = (change: (text: string) => string, label: string, merge?: string) => void;

/** The variants of the document, to be added, named, changed and taken out. */
export function VariantForm({ path, comparison, readOnly, diagnostics }: VariantFormProps) {
  const { documents } = useWorkbench();
  const offered = useOffered(besideComparison(path, comparison.base));
  const cards = useRef<HTMLOListElement>(null);
  const { variants } = comparison;
  const rewrite: Rewrite = (change, label, merge) => {
    const newest = documents.get(path)?.text;
    if (newest !== undefined && !readOnly) documents.edit(path, change(newest), label, merge);
  };
  const focusName = (index: number): void =>
    void setTimeout(() => cards.current?.querySelectorAll<HTMLInputElement>('.variant-name input')[index]?.select());
  const add = (): void => {
    const name = freeName('New variant', variants);
    const fresh = { name, changes: [changeKinds.find(({ do: kind }) => kind === 'prepaid')!.fresh(offered)] };
    rewrite((text) => insertAt(text, ['variants', variants.length], fresh), 'Add Variant');
    focusName(variants.length);
  };
  const remove = (index: number): void => {
    rewrite((text) => setAt(text, ['variants', index], undefined), 'Remove Variant');
    focusName(Math.max(0, index - 1));
  };
  return (
    <>
      <p className="variants-base">
        Variants of <strong>{comparison.base}</strong>; the others are held against the first.
        {offered.unsaved && ' The scenario is being edited: what is compared is what is saved.'}
      </p>
      <ol ref={cards} className="variants-cards">
        {variants.map((variant, index) => (
          <VariantCard
            key={index}
            {...{ path, comparison, variant, index, offered, rewrite, readOnly }}
            faults={diagnostics.filter((fault) => fault.path.startsWith(`variants[${index}]`))}
            onRemove={variants.length > fewestVariants ? () => remove(index) : null}
          />
        ))}
      </ol>
      <Button icon="add" disabled={readOnly || variants.length >= mostVariants} command="row.add" onClick={add}>
        Add variant
      </Button>
    </>
  );
}

interface VariantCardProps {
  readonly path: string;
  readonly comparison: WrittenComparison;
  readonly variant: WrittenVariant;
  readonly index: number;
  readonly offered: OfferedByScenario;
  readonly rewrite: Rewrite;
  readonly readOnly: boolean;
  readonly faults: readonly Diagnostic[];
  readonly onRemove: (() => void) | null;
}

function VariantCard(props: VariantCardProps) {
  const { path, comparison, variant, index, offered, rewrite, readOnly, faults, onRemove } = props;
  const { name, scenario, changes } = variant;
  const title = name || `variant ${index + 1}`;
  const others = useScenariosBeside(path, comparison.base, scenario);
  const nameFault = faults.find(({ path: at }) => at === `variants[${index}].name`);
  const addChange = (kind: string): void => {
    const fresh = changeKinds.find((each) => each.do === kind)!.fresh(offered);
    rewrite(
      (text) =>
        changes.length === 0
          ? setAt(text, ['variants', index, 'changes'], [fresh])
          : insertAt(text, ['variants', index, 'changes', changes.length], fresh),
      'Add Change',
    );
  };
  return (
    <li className="variant-card" data-scope="row" aria-label={title}>
      <div className="variant-head">
        <TextField
          label={index === 0 ? 'Name, held against' : 'Name'}
          className="variant-name"
          value={name}
          readOnly={readOnly}
          error={nameFault?.message ?? null}
          onChange={(next) =>
            rewrite((text) => setAt(text, ['variants', index, 'name'], next), 'Name Variant', `variant ${index} name`)
          }
        />
        <IconButton
          icon="trash"
          label={`Remove ${title}`}
          disabled={readOnly || onRemove === null}
          command="row.remove"
          onClick={() => onRemove?.()}
        />
      </div>
      {others.length > 1 && (
        <Select
          label="Scenario"
          value={scenario ?? comparison.base}
          disabled={readOnly}
          options={others.map((file) => ({ value: file, title: file === comparison.base ? `${file} (base)` : file }))}
          onChange={(file) =>
            rewrite(
              (text) => setAt(text, ['variants', index, 'scenario'], file === comparison.base ? undefined : file),
              'Choose Scenario',
            )
          }
        />
      )}
      <ul className="variant-changes">
        {changes.map((change, number) => (
          <ChangeRow
            key={number}
            {...{ change, index, number, offered, rewrite, readOnly }}
            variant={title}
            fault={
              faults.find(({ path: at }) => at.startsWith(`variants[${index}].changes[${number}]`))?.message ?? null
            }
          />
        ))}
      </ul>
      {changes.length === 0 && <p className="variant-plain">The scenario as it is.</p>}
      <Select
        label={`Add a change to ${title}`}
        hideLabel
        value=""
        disabled={readOnly}
        options={[
          { value: '', title: 'Add a change…' },
          ...changeKinds.map((kind) => ({ value: kind.do, title: kind.title })),
        ]}
        onChange={(kind) => kind !== '' && addChange(kind)}
      />
    </li>
  );
}

/** Scenarios that a variant can name: those in the comparison's folder and in folders there. */
function useScenariosBeside(path: string, base: string, named: string | null): readonly string[] {
  const { workspace } = useWorkbench();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const all = scenariosIn(workspace.store.getState()?.files ?? []);
  const beside = all.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
  return [...new Set([base, ...(named === null ? [] : [named]), ...beside])].filter((file) => file !== '');
}
