import type { ReactNode } from 'react';
import { classes } from '../../../../base/classes.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { problemText } from '../../problemText.ts';
import { useField, type FieldState } from './useField.ts';

interface FieldCellProps {
  readonly path: JsonPath;
  readonly label: string;
  /** Draws the label before the control. */
  readonly shownLabel?: boolean;
  readonly unit?: string;
  readonly className?: string;
  children(field: FieldState): ReactNode;
}

/** A control among others on one line; what there is to say about it stands in its tooltip, a problem below the line. */
export function FieldCell({ path, label, shownLabel = false, unit, className, children }: FieldCellProps) {
  const field = useField({ path, label, bare: !shownLabel });
  const about = field.problem ? problemText(field.problem) : field.help;
  return (
    <span
      className={classes('form-cell', field.problem && `form-cell-${field.problem.severity}`, className)}
      title={about || undefined}
    >
      {shownLabel && (
        <label className="form-cell-label" htmlFor={field.id}>
          {label}
        </label>
      )}
      {children(field)}
      {unit && <span className="form-unit">{unit}</span>}
      {about && (
        <span id={`${field.id}-about`} className="visually-hidden">
          {about}
        </span>
      )}
    </span>
  );
}
