import { Button } from '../../../../base/Button.tsx';
import { itemsOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { useHelp } from '../fields/useHelp.ts';

interface WeightsProps {
  readonly path: JsonPath;
  readonly label: string;
  /** What each weight is for: its name, and the short one drawn above it. */
  readonly names: readonly string[];
  /** What the button says that adds them. */
  readonly add: string;
}

/** Relative weights of a few things of one kind; absent, all are alike. */
export function Weights({ path, label, names, add }: WeightsProps) {
  const draft = useDraft();
  const node = draft.at(path);
  const name = { label: `Change ${label.toLowerCase()}` };
  const even = () =>
    draft.set(
      path,
      names.map(() => number(1)),
      name,
    );
  const count = Math.max(names.length, itemsOf(node).length);
  return (
    <div className="form-row" role="group" aria-label={label}>
      <span className="form-label">{label}</span>
      <div className="form-stack">
        {node ? (
          <div className="form-line form-weekdays">
            {Array.from({ length: count }, (_, index) => (
              <FieldCell key={index} path={[...path, index]} label={names[index] ?? `Weight ${index + 1}`}>
                {(field) => (
                  <>
                    <span className="form-weekday" aria-hidden="true">
                      {names[index]?.slice(0, 3) ?? '?'}
                    </span>
                    <AmountControl field={field} />
                  </>
                )}
              </FieldCell>
            ))}
            <Button
              kind="link"
              disabled={draft.locked}
              command="form.removePart"
              onClick={() => draft.remove(path, name)}
            >
              All Alike
            </Button>
          </div>
        ) : (
          <Button disabled={draft.locked} command="form.addPart" onClick={even}>
            {add}
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
