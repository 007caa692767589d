import type { ReactNode } from 'react';
import { memberText, membersOf, valueOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { FlagControl } from '../fields/FlagControl.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import type { FieldState } from '../fields/useField.ts';
import { ItemActions } from '../ItemActions.tsx';
import { useKnown } from '../useKnown.ts';

/** Stands for usage stated in credits among the meters. */
const inCredits = '\u0000credits';
const list = ['usage', 'events'];

/** One usage event. */
export function UsageRow({ index }: { readonly index: number }) {
  const draft = useDraft();
  const { meters, unitOf } = useKnown();
  const path = [...list, index];
  const node = draft.at(path);
  const keys = membersOf(node).map(([key]) => key);
  const isCredits = keys.includes('credits') && !keys.includes('meter');
  const amount = isCredits ? 'credits' : 'quantity';
  const row = index + 1;
  const at = (key: string, label: string) => ({ path: [...path, key], label: `Row ${row}: ${label}` });
  const measure = (chosen: string | undefined) => {
    const standing = draft.at([...path, amount]);
    const figure = standing && valueOf(draft.text, standing);
    const toCredits = chosen === inCredits;
    const changes = [
      [[...path, 'meter'], toCredits ? undefined : chosen],
      [[...path, toCredits ? 'quantity' : 'credits'], undefined],
      [[...path, toCredits ? 'credits' : 'quantity'], figure],
    ] as const;
    draft.setAll(changes, { label: 'Change usage row meter' });
  };
  const meterField = (field: FieldState) =>
    isCredits ? { ...field, shown: inCredits, control: { ...field.control, 'data-path': '' } } : field;
  return (
    <div className="form-grid-row" data-scope="row" role="row" aria-rowindex={row + 1}>
      <GridCell {...at('at', 'at')}>{(field) => <TextControl field={field} placeholder="YYYY-MM-DD" />}</GridCell>
      <GridCell {...at(isCredits ? 'credits' : 'meter', 'meter')}>
        {(field) => (
          <ChoiceControl
            field={meterField(field)}
            choices={[{ value: inCredits, title: 'in credits' }, ...meters]}
            onChoose={measure}
          />
        )}
      </GridCell>
      <GridCell {...at(amount, amount)}>{(field) => <AmountControl field={field} />}</GridCell>
      <span role="cell" className="form-grid-unit">
        {isCredits ? 'credits' : unitOf(memberText(node, 'meter') ?? '')}
      </span>
      <GridCell {...at('calls', 'calls')}>{(field) => <AmountControl field={field} placeholder="1" />}</GridCell>
      <GridCell {...at('id', 'id')}>{(field) => <TextControl field={field} />}</GridCell>
      <GridCell {...at('whole', 'served whole or not at all')}>
        {(field) => <FlagControl field={field} usual={false} />}
      </GridCell>
      <GridCell {...at('billable', 'billable')}>{(field) => <FlagControl field={field} usual />}</GridCell>
      <span role="cell">
        <ItemActions list={list} index={index} name={`row ${row}`} />
      </span>
    </div>
  );
}

interface GridCellProps {
  readonly path: JsonPath;
  readonly label: string;
  children(field: FieldState): ReactNode;
}

function GridCell(props: GridCellProps) {
  return (
    <span role="cell">
      <FieldCell {...props} />
    </span>
  );
}
