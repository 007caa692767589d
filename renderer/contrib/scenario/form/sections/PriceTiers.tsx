import { itemsOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { AmountControl } from '../fields/AmountControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';
import { ItemActions } from '../ItemActions.tsx';
import { useCurrency } from '../useCurrency.ts';

/** Volume prices of prepaid credits: the whole quantity at the row with the greatest `from` not above it. @rule R8 */
export function PriceTiers({ path }: { readonly path: JsonPath }) {
  const draft = useDraft();
  const currency = useCurrency();
  const tiers = itemsOf(draft.at(path));
  const help = useHelp(path);
  return (
    <div className="form-row" data-scope="section" role="group" aria-label="Prepaid prices">
      <span className="form-label">Prepaid prices</span>
      <div className="form-stack">
        {tiers.map((_, index) => (
          <div key={index} className="form-line" data-scope="row">
            <FieldCell path={[...path, index, 'from']} label="from" shownLabel unit="credits">
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <FieldCell path={[...path, index, 'unitPrice']} label="at" shownLabel unit={`${currency} each`}>
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <ItemActions list={path} index={index} name={`price tier ${index + 1}`} duplicate={false} />
          </div>
        ))}
        <ProblemList problems={draft.under(path)} of={path} />
        <AddButton list={path} item={() => ({ from: number(0), unitPrice: number(0) })} focus="from">
          Add Price Tier
        </AddButton>
      </div>
      <div className="form-about">
        <HelpText text={help} />
      </div>
    </div>
  );
}
