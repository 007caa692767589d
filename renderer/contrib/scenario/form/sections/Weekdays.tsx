import { Button } from '../../../../base/Button.tsx';
import { itemsOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number, type JsonPath } from '../../edit/jsonValue.ts';
import { AmountControl } from '../fields/AmountControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Relative weights of the days of the week; absent, all days are alike. */
export function Weekdays({ path }: { readonly path: JsonPath }) {
  const draft = useDraft();
  const node = draft.at(path);
  const name = { label: 'Change weekdays' };
  const even = () =>
    draft.set(
      path,
      days.map(() => number(1)),
      name,
    );
  const count = Math.max(days.length, itemsOf(node).length);
  return (
    <div className="form-row" role="group" aria-label="Weekdays">
      <span className="form-label">Weekdays</span>
      <div className="form-stack">
        {node ? (
          <div className="form-line form-weekdays">
            {Array.from({ length: count }, (_, day) => (
              <FieldCell key={day} path={[...path, day]} label={names[day] ?? `Day ${day + 1}`}>
                {(field) => (
                  <>
                    <span className="form-weekday" aria-hidden="true">
                      {days[day] ?? '?'}
                    </span>
                    <AmountControl field={field} />
                  </>
                )}
              </FieldCell>
            ))}
            <Button kind="link" disabled={draft.locked} onClick={() => draft.remove(path, name)}>
              All Alike
            </Button>
          </div>
        ) : (
          <Button disabled={draft.locked} onClick={even}>
            Weigh Weekdays…
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
