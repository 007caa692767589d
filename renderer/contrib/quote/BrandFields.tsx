import { useState } from 'react';
import { logoOf, mostLogoBytes } from '../../../shared/base/brand.ts';
import { Button } from '../../base/Button.tsx';
import { Field } from '../../base/Field.tsx';
import { Section } from '../../base/Section.tsx';
import { TextField } from '../../base/TextField.tsx';
import { NotesField } from './NotesField.tsx';
import { readFields, type QuoteFields } from './quoteFields.ts';

interface BrandFieldsProps {
  readonly fields: QuoteFields;
  onChange(change: Partial<QuoteFields>): void;
}

/** How the seller's pages look, and the terms that stand at their end. */
export function BrandFields({ fields, onChange }: BrandFieldsProps) {
  const [fault, setFault] = useState<string | null>(null);
  const { faults } = readFields(fields);
  async function take(file: File | undefined): Promise<void> {
    const logo = file ? await readLogo(file) : null;
    setFault(file && logo === null ? notALogo : null);
    if (logo !== null) onChange({ logo });
  }
  return (
    <Section title="Logo, color and terms" closed>
      <div className="quote-brand">
        <div className="quote-fields">
          <Field label="Logo" error={fault} hint="A PNG or JPEG; it is sealed with the quote.">
            {(control) => (
              <input
                {...control}
                type="file"
                accept="image/png,image/jpeg"
                onChange={(event) => void take(event.target.files?.[0])}
              />
            )}
          </Field>
          {fields.logo !== '' && (
            <div className="quote-logo">
              <img src={fields.logo} alt="The logo on the page" />
              <Button command="quote.removeLogo" onClick={() => onChange({ logo: '' })}>
                Remove
              </Button>
            </div>
          )}
          <TextField
            label="Color"
            value={fields.accent}
            placeholder="#1f5f8b"
            error={faults.accent}
            onChange={(accent) => onChange({ accent })}
          />
        </div>
        <NotesField label="Terms and conditions" value={fields.terms} onChange={(terms) => onChange({ terms })} />
      </div>
    </Section>
  );
}

const notALogo = `A PNG or a JPEG of at most ${mostLogoBytes / 1000} kB.`;

async function readLogo(file: File): Promise<string | null> {
  if (file.size > mostLogoBytes) return null;
  let binary = '';
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
  return logoOf(btoa(binary));
}
