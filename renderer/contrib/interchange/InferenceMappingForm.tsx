import type { ImportMapping, InferenceMapping } from './mapping.ts';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';

interface InferenceMappingFormProps {
  readonly mapping: InferenceMapping;
  onChange(mapping: ImportMapping): void;
}

const quantities = [
  { value: 'processed_frames', title: 'Images and frames' },
  { value: 'execution_duration', title: 'Seconds of compute' },
] as const;

/** Which meters an inference server's records feed, and what is counted. */
export function InferenceMappingForm({ mapping, onChange }: InferenceMappingFormProps) {
  return (
    <div className="mapping-form">
      <Select
        label="Counted"
        value={mapping.quantity}
        options={quantities}
        hint="The same frame appears in several categories: one is taken, the others are shown as excluded."
        onChange={(quantity) => onChange({ ...mapping, quantity })}
      />
      <TextField
        label="Meter of hosted usage"
        value={mapping.hostedMeter}
        onChange={(hostedMeter) => onChange({ ...mapping, hostedMeter })}
      />
      <TextField
        label="Meter of self-hosted usage"
        value={mapping.selfHostedMeter}
        onChange={(selfHostedMeter) => onChange({ ...mapping, selfHostedMeter })}
      />
    </div>
  );
}
