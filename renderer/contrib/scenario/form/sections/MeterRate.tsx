import { membersOf, memberText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { ItemActions } from '../ItemActions.tsx';
import { useCurrency } from '../useCurrency.ts';
import { CellSelect } from '../fields/CellSelect.tsx';

interface MeterRateProps {
  readonly path: JsonPath;
  readonly unit: string;
}

const kinds = [
  { value: 'credits', title: 'priced in credits' },
  { value: 'provider', title: 'provider’s price' },
];

/** One effective-dated rate: credits for some units, or the provider's price turned into credits. @rule R18 R19 */
export function MeterRate({ path, unit }: MeterRateProps) {
  const draft = useDraft();
  const currency = useCurrency();
  const node = draft.at(path);
  const keys = membersOf(node).map(([key]) => key);
  const isProvider = keys.includes('providerPrice') || keys.includes('creditPrice') || !keys.includes('credits');
  const from = memberText(node, 'from') ?? '';
  const become = (kind: string) => {
    const price = kind === 'provider' ? { per: number(1_000_000) } : { credits: number(1), per: number(1) };
    draft.set(path, { from, ...price }, { label: 'Change rate kind' });
  };
  const index = Number(path.at(-1));
  const units = unit ? `${unit}s` : 'units';
  return (
    <div className="form-entry form-entry-dated" data-scope="row">
      <div className="form-line">
        <FieldCell path={[...path, 'from']} label="from" shownLabel className="form-cell-date">
          {(field) => <DateControl field={field} />}
        </FieldCell>
        <CellSelect
          label={`Rate ${index + 1}: kind of price`}
          value={isProvider ? 'provider' : 'credits'}
          choices={kinds}
          locked={draft.locked}
          onChoose={become}
        />
        {isProvider ? (
          <FieldCell path={[...path, 'providerPrice']} label="Provider’s price" unit={currency}>
            {(field) => <AmountControl field={field} placeholder="set it" />}
          </FieldCell>
        ) : (
          <FieldCell path={[...path, 'credits']} label="Credits" unit="credits">
            {(field) => <AmountControl field={field} />}
          </FieldCell>
        )}
        <FieldCell path={[...path, 'per']} label="per" shownLabel unit={units}>
          {(field) => <AmountControl field={field} placeholder="1" />}
        </FieldCell>
        {isProvider && (
          <>
            <FieldCell path={[...path, 'creditPrice']} label="a credit being" shownLabel unit={currency}>
              {(field) => <AmountControl field={field} placeholder="set it" />}
            </FieldCell>
            <FieldCell path={[...path, 'markup']} label="markup" shownLabel>
              {(field) => <AmountControl field={field} placeholder="0" />}
            </FieldCell>
          </>
        )}
        <FieldCell path={[...path, 'minimum']} label="at least" shownLabel>
          {(field) => <AmountControl field={field} placeholder="0" />}
        </FieldCell>
        <FieldCell path={[...path, 'plus']} label="plus" shownLabel unit={`${units} a call`}>
          {(field) => <AmountControl field={field} placeholder="0" />}
        </FieldCell>
        <ItemActions list={path.slice(0, -1)} index={index} name={`rate ${index + 1}`} />
      </div>
      <ProblemList problems={draft.under(path)} of={path} />
    </div>
  );
}
