import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AuditDesk, AuditView, DeskThresholds } from '../../../../shared/rpc/auditViews.ts';
import { Button } from '../../../base/Button.tsx';
import { Icon } from '../../../base/Icon.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { writtenText } from '../paperWords.ts';
import { amountOf } from './amountOf.ts';
import type { DeskWriter } from './useDeskWriter.ts';

interface MaterialityProps {
  readonly view: AuditView;
  readonly desk: AuditDesk;
  readonly writer: DeskWriter;
}

type Amounts = DeskThresholds['amounts'];

const fields = [
  { name: 'overall', label: 'Overall materiality', hint: 'differences that add up to more are material' },
  { name: 'tolerance', label: 'Tolerance per line', hint: 'a line or finding up to this is let pass, and marked' },
  { name: 'trivial', label: 'Clearly trivial below', hint: 'marked, and not added up' },
] as const satisfies readonly { name: keyof Amounts; label: string; hint: string }[];

/** What the auditor lets pass, and what that makes of the differences. */
export function Materiality({ view, desk, writer }: MaterialityProps) {
  const { rpc, notifications } = useWorkbench();
  const kept = desk.thresholds?.amounts;
  const [texts, setTexts] = useState({
    overall: kept?.overall ?? '',
    tolerance: kept?.tolerance ?? '',
    trivial: kept?.trivial ?? '',
  });
  const amounts = {
    overall: amountOf(texts.overall),
    tolerance: amountOf(texts.tolerance),
    trivial: amountOf(texts.trivial),
  };
  const wrong = Object.values(amounts).some((amount) => amount === undefined);
  const judge = async (event: FormEvent) => {
    event.preventDefault();
    const { overall, tolerance, trivial } = amounts;
    if (overall === undefined || tolerance === undefined || trivial === undefined || writer.obstacle !== null) return;
    const given = { overall, tolerance, trivial };
    const done = await writer.change('Setting the thresholds', (common) =>
      rpc('audit.thresholds', { ...common, ...given }),
    );
    if (done) notifications.announce('The thresholds are kept, and the differences judged.');
  };
  return (
    <div className="materiality">
      <form className="desk-form" onSubmit={(event) => void judge(event)} aria-label="Thresholds">
        {fields.map(({ name, label, hint }) => (
          <TextField
            key={name}
            label={label}
            numeric
            suffix={view.currency}
            hint={hint}
            value={texts[name]}
            error={amounts[name] === undefined ? 'an amount from 0, such as 250.00' : null}
            onChange={(value) => setTexts({ ...texts, [name]: value })}
          />
        ))}
        <div className="desk-actions">
          <Button
            command="audit.judge"
            type="submit"
            icon="law"
            disabled={wrong || writer.obstacle !== null}
            title={writer.obstacle ?? ''}
          >
            Judge
          </Button>
        </div>
      </form>
      <Judged desk={desk} />
    </div>
  );
}

const verdicts = {
  clean: { title: 'Nothing to judge', icon: 'pass-filled', tone: 'good' },
  immaterial: { title: 'Not material', icon: 'pass-filled', tone: 'good' },
  material: { title: 'Material', icon: 'error', tone: 'bad' },
  open: { title: 'Open', icon: 'warning', tone: 'open' },
} as const;

function Judged({ desk: { thresholds, judgement } }: { readonly desk: AuditDesk }) {
  if (!thresholds || !judgement) return null;
  const { title, icon, tone } = verdicts[judgement.verdict];
  const count = (mark: 'trivial' | 'tolerated') => judgement.marks.lines.filter((each) => each === mark).length;
  const counts = { trivial: count('trivial'), tolerated: count('tolerated') };
  return (
    <div className={`judged judged-${tone}`} role="group" aria-label="Judgement">
      <p className="judged-word">
        <Icon name={icon} />
        {title}
      </p>
      <p>{judgement.message}</p>
      {counts.trivial + counts.tolerated > 0 && (
        <p>
          Of the invoice lines, {counts.tolerated} are within tolerance and {counts.trivial} clearly trivial.
        </p>
      )}
      <p className="paper-by">
        {thresholds.by}, {writtenText(thresholds.at)}
        {thresholds.reason !== null && ` · after the sign-off, because: ${thresholds.reason}`}
      </p>
    </div>
  );
}

/** The verdict in a word, for the section's title. */
export function materialitySummary({ judgement }: AuditDesk): string {
  return judgement ? verdicts[judgement.verdict].title.toLowerCase() : 'no thresholds given';
}
