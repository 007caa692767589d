import { Badge } from '../../../../base/Badge.tsx';
import { Button } from '../../../../base/Button.tsx';
import { useDraft } from '../../draft/useDraft.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';

const kinds = [{ value: 'lognormal', title: 'Lognormal' }];

/** Random day factors. A simulation uses the expected value, so the bill does not change with them. */
export function ModelNoise({ path }: { readonly path: JsonPath }) {
  const draft = useDraft();
  const node = draft.at(path);
  return (
    <div className="form-row" role="group" aria-label="Noise">
      <span className="form-label">
        Noise <Badge>forecast only</Badge>
      </span>
      <div className="form-stack">
        {node ? (
          <div className="form-line">
            <FieldCell path={[...path, 'kind']} label="Kind of noise">
              {(field) => <ChoiceControl field={field} choices={kinds} />}
            </FieldCell>
            <FieldCell path={[...path, 'cv']} label="coefficient of variation" shownLabel>
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <Button kind="link" disabled={draft.locked} onClick={() => draft.remove(path, { label: 'Remove noise' })}>
              Remove
            </Button>
          </div>
        ) : (
          <Button
            disabled={draft.locked}
            onClick={() => draft.set(path, { kind: 'lognormal', cv: { number: '0.3' } }, { label: 'Add noise' })}
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
