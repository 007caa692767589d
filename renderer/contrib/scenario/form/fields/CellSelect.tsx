import { Icon } from '../../../../base/Icon.tsx';
import type { Choice } from './ChoiceControl.tsx';

interface CellSelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly locked: boolean;
  onChoose(value: string): void;
}

/** A choice on a line that is no single value of the document, such as which of two forms a rate has. */
export function CellSelect({ label, value, choices, locked, onChoose }: CellSelectProps) {
  return (
    <span className="form-cell form-cell-kind">
      <span className="form-select">
        <select
          className="input select"
          aria-label={label}
          value={value}
          disabled={locked}
          onChange={({ target }) => onChoose(target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="select-arrow" />
      </span>
    </span>
  );
}
