import { Badge } from '../../../../base/Badge.tsx';
import { Button } from '../../../../base/Button.tsx';
import { itemsOf, memberText, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath, type JsonValue } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { ListControl } from '../fields/ListControl.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { useHelp } from '../fields/useHelp.ts';

const kinds = [
  { value: 'lognormal', title: 'Lognormal' },
  { value: 'resampled', title: 'Seen in history' },
];
const lognormal = { kind: 'lognormal', cv: number(0.3) };

/** Random day factors. A simulation uses the expected value, so the bill does not change with them. */
export function ModelNoise({ path }: { readonly path: JsonPath }) {
  const draft = useDraft();
  const node = draft.at(path);
  const kind = memberText(node, 'kind');
  const shared = shownText(draft.text, draft.at([...path, 'shared']));
  const choose = (chosen: string | undefined) => {
    if (chosen === undefined || chosen === kind) return;
    const kept: Record<string, JsonValue> = shared === null ? {} : { shared: { number: shared } };
    const fresh = chosen === 'lognormal' ? lognormal : { kind: chosen, factors: [0.7, 1, 1.3].map(number) };
    draft.set(path, { ...fresh, ...kept }, { label: 'Change kind of noise' });
  };
  return (
    <div className="form-row" role="group" aria-label="Noise">
      <span className="form-label">
        Noise <Badge>forecast only</Badge>
      </span>
      <div className="form-stack">
        {node ? (
          <>
            <div className="form-line">
              <FieldCell path={[...path, 'kind']} label="Kind of noise">
                {(field) => <ChoiceControl field={field} choices={kinds} onChoose={choose} />}
              </FieldCell>
              {kind !== 'resampled' && <LognormalCells path={path} />}
              <FieldCell path={[...path, 'shared']} label="shared with other models" shownLabel>
                {(field) => <AmountControl field={field} placeholder="0" />}
              </FieldCell>
              <Button
                kind="link"
                disabled={draft.locked}
                command="form.removePart"
                onClick={() => draft.remove(path, { label: 'Remove noise' })}
              >
                Remove
              </Button>
            </div>
            {kind === 'resampled' && <FactorCells path={path} />}
          </>
        ) : (
          <Button
            disabled={draft.locked}
            command="form.addPart"
            onClick={() => draft.set(path, lognormal, { label: 'Add noise' })}
          >
            Add Noise
          </Button>
        )}
        <ProblemList problems={draft.under(path)} of={path} />
      </div>
      <div className="form-about">
        <HelpText text={useHelp(path)} />
      </div>
    </div>
  );
}

function LognormalCells({ path }: { readonly path: JsonPath }) {
  return (
    <>
      <FieldCell path={[...path, 'cv']} label="coefficient of variation" shownLabel>
        {(field) => <AmountControl field={field} />}
      </FieldCell>
      <FieldCell path={[...path, 'zeroDays']} label="chance of a day with nothing" shownLabel>
        {(field) => <AmountControl field={field} placeholder="0" />}
      </FieldCell>
    </>
  );
}

function FactorCells({ path }: { readonly path: JsonPath }) {
  const draft = useDraft();
  const list = [...path, 'factors'];
  const count = itemsOf(draft.at(list)).length;
  return (
    <div className="form-line form-line-list">
      <FieldCell path={list} label="Factors of days" unit={`${count} days`} className="form-cell-wide">
        {(field) => <ListControl field={field} />}
      </FieldCell>
    </div>
  );
}
