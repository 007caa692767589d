import { Icon } from '../../../../base/Icon.tsx';
import type { FieldState } from './useField.ts';

export interface Choice {
  readonly value: string;
  readonly title: string;
}

interface ChoiceControlProps {
  readonly field: FieldState;
  readonly choices: readonly Choice[];
  /** What is said where the value is absent; choosing it leaves the value out. Without it a choice is demanded. */
  readonly absent?: string | undefined;
  onChoose?(value: string | undefined): void;
}

/** One of a few texts. A value that is none of them stays, and is shown as it is. */
export function ChoiceControl({ field, choices, absent, onChoose }: ChoiceControlProps) {
  const { node, shown } = field;
  const isKnown = node === undefined || choices.some(({ value }) => value === shown);
  const choose = onChoose ?? field.write;
  return (
    <span className="form-select">
      <select
        {...field.control}
        className="input select"
        value={node ? shown : ''}
        disabled={field.locked}
        onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
      >
        {(absent !== undefined || !node) && <option value="">{absent ?? 'Choose…'}</option>}
        {!isKnown && <option value={shown}>{shown || '(not a text)'}</option>}
        {choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="select-arrow" />
    </span>
  );
}
