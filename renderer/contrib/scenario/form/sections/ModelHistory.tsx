import { Button } from '../../../../base/Button.tsx';
import { itemsOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { HelpText } from '../fields/HelpText.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { useHelp } from '../fields/useHelp.ts';

/** The usage that a model was fitted to; nothing where it was not. */
export function ModelHistory({ path }: { readonly path: JsonPath }) {
  const draft = useDraft();
  const help = useHelp(path);
  if (!draft.at(path)) return null;
  const shown = (key: string) => shownText(draft.text, draft.at([...path, key])) ?? '';
  const files = itemsOf(draft.at([...path, 'files'])).map((file) => shownText(draft.text, file));
  const source = files.length > 0 ? files.join(', ') : 'the listed usage';
  const note = shown('note');
  return (
    <div className="form-row" role="group" aria-label="Fitted to history">
      <span className="form-label">Fitted to</span>
      <div className="form-stack">
        <div className="form-line">
          <span>
            {shown('days')} days of {source}, {shown('from')} to before {shown('until')}
          </span>
          <Button
            kind="link"
            disabled={draft.locked}
            command="form.removePart"
            onClick={() => draft.remove(path, { label: 'Forget history' })}
          >
            Forget
          </Button>
        </div>
        {note !== '' && <span className="form-about">{note}</span>}
        <ProblemList problems={draft.under(path)} of={path} />
      </div>
      <div className="form-about">
        <HelpText text={help} />
      </div>
    </div>
  );
}
