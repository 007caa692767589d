import { Select } from '../../../base/Select.tsx';
import type { AuditPreview } from '../../../../shared/rpc/auditViews.ts';

interface WordFieldsProps {
  readonly legend: string;
  /** The words of the column, and what each is taken for. */
  readonly words: AuditPreview['words'][number]['words'];
  readonly meaning: Readonly<Record<string, string>>;
  readonly options: readonly (readonly [string, string])[];
  onChange(word: string, value: string | null): void;
}

/** What each word of a column means. A word without a meaning makes its rows unreadable. */
export function WordFields({ legend, words, meaning, options, onChange }: WordFieldsProps) {
  return (
    <fieldset className="map-words">
      <legend>{legend}</legend>
      {words.map(({ word, rows }) => (
        <Select
          key={word}
          label={`${word} (${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'})`}
          value={Object.hasOwn(meaning, word) ? meaning[word]! : ''}
          options={[{ value: '', title: 'Cannot be read' }, ...options.map(([value, title]) => ({ value, title }))]}
          onChange={(value) => onChange(word, value === '' ? null : value)}
        />
      ))}
    </fieldset>
  );
}
