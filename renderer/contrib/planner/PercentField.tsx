import { useState } from 'react';
import { TextField } from '../../base/TextField.tsx';

interface PercentFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly greatest: number;
  onChange(value: number): void;
}

/** A number of per cent. What is not one stays in the field until it is left. */
export function PercentField({ label, value, least, greatest, onChange }: PercentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = (text: string) => {
    const number = Number(text);
    const good = text.trim() !== '' && number >= least && number <= greatest;
    return good ? null : `From ${least} to ${greatest.toLocaleString('en')} %.`;
  };
  return (
    <TextField
      label={label}
      value={typed ?? String(value)}
      numeric
      suffix="%"
      error={typed === null ? null : fault(typed)}
      onChange={(text) => {
        setTyped(text);
        if (fault(text) === null) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
