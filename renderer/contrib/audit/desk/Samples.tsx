import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AuditDesk, AuditView, DeskSample } from '../../../../shared/rpc/auditViews.ts';
import { Button } from '../../../base/Button.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { AuditState } from '../auditState.ts';
import { writtenText } from '../paperWords.ts';
import { SampleRows } from './SampleRows.tsx';
import type { DeskWriter } from './useDeskWriter.ts';
import { countOf, seedOf, tickCounts } from './sampleWords.ts';

interface SamplesProps {
  readonly audit: AuditState;
  readonly view: AuditView;
  readonly desk: AuditDesk;
  readonly writer: DeskWriter;
}

/** Rows drawn at random to be held against the vouchers by hand, and what was found of each. */
export function Samples({ audit, view, desk, writer }: SamplesProps) {
  if (desk.population === 0)
    return (
      <p className="audit-more">Rows are drawn from a ledger, and none was audited: tie the invoice lines instead.</p>
    );
  return (
    <div className="samples">
      <DrawForm desk={desk} writer={writer} />
      {desk.samples.toReversed().map((sample) => (
        <Sample key={sample.seq} {...{ sample, audit, view, writer }} />
      ))}
    </div>
  );
}

function DrawForm({ desk: { population }, writer }: Pick<SamplesProps, 'desk' | 'writer'>) {
  const { rpc, notifications } = useWorkbench();
  const [size, setSize] = useState('25');
  const [seed, setSeed] = useState('');
  const asked = { size: countOf(size), seed: seedOf(seed) };
  const draw = async (event: FormEvent) => {
    event.preventDefault();
    const { size: rows, seed: from } = asked;
    if (rows === null || from === undefined || writer.obstacle !== null) return;
    const done = await writer.change('Drawing the sample', (common) =>
      rpc('audit.draw', { ...common, size: rows, seed: from }),
    );
    if (done) notifications.announce('The sample is drawn.');
  };
  return (
    <form className="desk-form" aria-label="Draw a sample" onSubmit={(event) => void draw(event)}>
      <TextField
        label="Rows to draw"
        numeric
        inputMode="numeric"
        value={size}
        hint={`of ${population.toLocaleString('en')}`}
        error={asked.size === null ? 'a whole number from 1 to 1,000' : null}
        onChange={setSize}
      />
      <TextField
        label="Seed"
        numeric
        inputMode="numeric"
        value={seed}
        placeholder="made for you"
        hint="the same seed draws the same rows"
        error={asked.seed === undefined ? 'a whole number from 0' : null}
        onChange={setSeed}
      />
      <div className="desk-actions">
        <Button
          command="audit.drawSample"
          type="submit"
          icon="symbol-numeric"
          disabled={asked.size === null || asked.seed === undefined || writer.obstacle !== null}
          title={writer.obstacle ?? ''}
        >
          Draw sample
        </Button>
      </div>
    </form>
  );
}

interface SampleProps extends Pick<SamplesProps, 'audit' | 'view' | 'writer'> {
  readonly sample: DeskSample;
}

function Sample({ sample, ...rest }: SampleProps) {
  const { seed, population, rows, by, at, reason } = sample;
  const { agreed, not, open } = tickCounts(rows);
  return (
    <div className="sample">
      <p>
        <strong>
          {rows.length.toLocaleString('en')} of {population.toLocaleString('en')} rows, seed {seed}
        </strong>
        {`: ${agreed} agreed, ${not} did not, ${open} to look at.`}
        <span className="paper-by">
          {by}, {writtenText(at)}
          {reason !== null && ` · after the sign-off, because: ${reason}`}
        </span>
      </p>
      <SampleRows sample={sample} {...rest} />
    </div>
  );
}

/** How far the samples are, for the section's title. */
export function samplesSummary({ samples }: AuditDesk): string {
  if (samples.length === 0) return 'none drawn';
  const { agreed, not, open } = tickCounts(samples.flatMap(({ rows }) => rows));
  return open > 0 ? `${open} to look at` : not > 0 ? `${not} did not agree` : `${agreed} agreed`;
}
