import { itemsOf, memberText, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { decimalValue } from '../../edit/decimalValue.ts';

export type PlanFigure = 'fee' | 'includedCredits' | 'flexPrice';

interface AssumptionInputProps {
  readonly plan: string;
  readonly figure: PlanFigure;
  readonly label: string;
}

/** A figure that nobody published: set here, it stands in the scenario as an override of the catalog's plan. */
export function AssumptionInput({ plan, figure, label }: AssumptionInputProps) {
  const draft = useDraft();
  const own = itemsOf(draft.at(['plans']));
  const at = own.findIndex((node) => memberText(node, 'id') === plan);
  const path = ['plans', at, figure];
  const shown = at < 0 ? '' : (shownText(draft.text, draft.at(path)) ?? '');
  const write = (typed: string) => {
    const value = decimalValue(typed, false);
    const name = { label: `Set ${label}`, merge: `assume ${plan} ${figure}` };
    if (at >= 0) draft.set(path, value, name);
    else if (value !== undefined) draft.insert(['plans'], own.length, [{ id: plan, [figure]: value }], name);
  };
  return (
    <span className="form-assumption">
      <input
        className="input input-numeric"
        aria-label={`${label}: assumption`}
        value={shown}
        placeholder="set it"
        title="Nobody published this figure: it is an assumption of yours."
        readOnly={draft.locked}
        inputMode="decimal"
        autoComplete="off"
        onChange={({ target }) => write(target.value)}
      />
      <span className="form-assumption-mark">assumption</span>
    </span>
  );
}
