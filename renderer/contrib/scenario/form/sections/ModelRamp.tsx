import { Button } from '../../../../base/Button.tsx';
import { shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { useHelp } from '../fields/useHelp.ts';

interface ModelRampProps {
  readonly path: JsonPath;
  readonly unit: string;
}

/** A level that moves to another in a straight line. */
export function ModelRamp({ path, unit }: ModelRampProps) {
  const draft = useDraft();
  const model = path.slice(0, -1);
  const shown = (at: JsonPath) => shownText(draft.text, draft.at(at)) ?? '';
  const add = () => {
    const level = Number(shown([...model, 'level']));
    const to = number(level > 0 ? level * 2 : 100);
    const end = (shown([...model, 'until']) || shown(['horizon', 'end'])).slice(0, 10);
    draft.set(path, { to, by: end }, { label: 'Add ramp' });
  };
  return (
    <div className="form-row" role="group" aria-label="Ramp">
      <span className="form-label">Ramp</span>
      <div className="form-stack">
        {draft.at(path) ? (
          <div className="form-line">
            <FieldCell path={[...path, 'to']} label="to" shownLabel unit={unit}>
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <FieldCell path={[...path, 'by']} label="by" shownLabel className="form-cell-date">
              {(field) => <DateControl field={field} />}
            </FieldCell>
            <Button
              kind="link"
              disabled={draft.locked}
              command="form.removePart"
              onClick={() => draft.remove(path, { label: 'Remove ramp' })}
            >
              Remove
            </Button>
          </div>
        ) : (
          <Button disabled={draft.locked} command="form.addPart" onClick={add}>
            Ramp to a Target…
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
