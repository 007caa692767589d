import { itemsOf, membersOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { AmountControl } from '../fields/AmountControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { RangeControl } from '../fields/RangeControl.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';
import { ItemActions } from '../ItemActions.tsx';

interface ModelSpikesProps {
  readonly path: JsonPath;
  readonly unit: string;
}

/** Days that are unlike the others: certain ones, and those that a forecast draws. */
export function ModelSpikes({ path, unit }: ModelSpikesProps) {
  const draft = useDraft();
  const start = (shownText(draft.text, draft.at(['horizon', 'start'])) ?? '').slice(0, 10);
  return (
    <div className="form-row" data-scope="section" role="group" aria-label="Spikes">
      <span className="form-label">Spikes</span>
      <div className="form-stack form-stack-wide">
        {itemsOf(draft.at(path)).map((spike, index) => {
          const uncertain = membersOf(spike).some(([key]) => key === 'chance');
          const at = [...path, index];
          return (
            <div key={index} className="form-entry form-entry-dated" data-scope="row">
              <div className="form-line">
                <FieldCell path={[...at, 'from']} label="from" shownLabel className="form-cell-date">
                  {(field) => <DateControl field={field} />}
                </FieldCell>
                {uncertain && (
                  <FieldCell path={[...at, 'until']} label="until" shownLabel className="form-cell-date">
                    {(field) => <DateControl field={field} />}
                  </FieldCell>
                )}
                <FieldCell path={[...at, 'days']} label="for" shownLabel unit="days">
                  {(field) => <RangeControl field={field} />}
                </FieldCell>
                <FieldCell path={[...at, 'factor']} label="×" shownLabel>
                  {(field) => <RangeControl field={field} />}
                </FieldCell>
                {!uncertain && (
                  <FieldCell path={[...at, 'add']} label="+" shownLabel unit={unit}>
                    {(field) => <AmountControl field={field} />}
                  </FieldCell>
                )}
                <FieldCell path={[...at, 'chance']} label="chance" shownLabel>
                  {(field) => <AmountControl field={field} placeholder="certain" />}
                </FieldCell>
                <ItemActions list={path} index={index} name={`spike ${index + 1}`} />
              </div>
              <ProblemList problems={draft.under(at)} of={at} />
            </div>
          );
        })}
        <AddButton list={path} item={() => ({ from: start, days: number(7), factor: number(2) })} focus="from">
          Add Spike
        </AddButton>
      </div>
      <div className="form-about">
        <HelpText text={useHelp(path)} />
      </div>
    </div>
  );
}
