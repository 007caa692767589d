import type { JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { CapControl } from '../fields/CapControl.tsx';
import { ChoiceControl, type Choice } from '../fields/ChoiceControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { SwitchControl } from '../fields/SwitchControl.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import { useCurrency } from '../useCurrency.ts';
import { useKnown } from '../useKnown.ts';

interface EntryFieldsProps {
  readonly path: JsonPath;
  readonly kind: string | null;
}

const moments: readonly Choice[] = [
  { value: 'now', title: 'at once' },
  { value: 'cycle-end', title: 'at cycle end' },
];
const buckets: readonly Choice[] = [
  { value: 'included', title: 'included' },
  { value: 'prepaid', title: 'prepaid' },
];

/** The fields of an entry, by its kind. */
export function EntryFields({ path, kind }: EntryFieldsProps) {
  switch (kind) {
    case 'subscribe':
      return <PlanCell path={path} />;
    case 'change-plan':
      return (
        <>
          <PlanCell path={path} />
          <WhenCell path={path} />
        </>
      );
    case 'cancel':
      return <WhenCell path={path} />;
    case 'buy-prepaid':
      return <PurchaseCells path={path} />;
    case 'set-flex':
      return <FlexCells path={path} />;
    case 'adjust':
      return <AdjustCells path={path} />;
    default:
      return null;
  }
}

interface CellsProps {
  readonly path: JsonPath;
}

function PlanCell({ path }: CellsProps) {
  const { plans } = useKnown();
  return (
    <FieldCell path={[...path, 'plan']} label="to" shownLabel>
      {(field) => <ChoiceControl field={field} choices={plans} />}
    </FieldCell>
  );
}

function WhenCell({ path }: CellsProps) {
  return (
    <FieldCell path={[...path, 'when']} label="When">
      {(field) => <ChoiceControl field={field} choices={moments} absent="at once (default)" />}
    </FieldCell>
  );
}

function PurchaseCells({ path }: CellsProps) {
  const currency = useCurrency();
  return (
    <>
      <FieldCell path={[...path, 'credits']} label="Credits" unit="credits">
        {(field) => <AmountControl field={field} />}
      </FieldCell>
      <FieldCell path={[...path, 'unitPrice']} label="at" shownLabel unit={`${currency} a credit`}>
        {(field) => <AmountControl field={field} placeholder="plan’s" />}
      </FieldCell>
    </>
  );
}

function FlexCells({ path }: CellsProps) {
  const currency = useCurrency();
  return (
    <>
      <FieldCell path={[...path, 'enabled']} label="Flex" shownLabel>
        {(field) => <SwitchControl field={field} />}
      </FieldCell>
      <FieldCell path={[...path, 'cap']} label="Cap">
        {(field) => <CapControl field={field} unit={currency} absent="cap as before" none="no cap" />}
      </FieldCell>
    </>
  );
}

function AdjustCells({ path }: CellsProps) {
  return (
    <>
      <FieldCell path={[...path, 'credits']} label="Credits, with sign" unit="credits">
        {(field) => <AmountControl field={field} placeholder="±" />}
      </FieldCell>
      <FieldCell path={[...path, 'bucket']} label="of" shownLabel>
        {(field) => <ChoiceControl field={field} choices={buckets} />}
      </FieldCell>
      <FieldCell path={[...path, 'reason']} label="Reason" className="form-cell-wide">
        {(field) => <TextControl field={field} placeholder="reason" />}
      </FieldCell>
    </>
  );
}
