import type { ReactNode } from 'react';
import { classes } from '../../../../base/classes.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { FieldAbout } from './FieldAbout.tsx';
import { useField, type FieldState } from './useField.ts';

interface FieldRowProps {
  readonly path: JsonPath;
  readonly label: string;
  readonly unit?: string;
  /** Said after the help where the value is absent: what then holds. */
  readonly absent?: string;
  readonly badge?: ReactNode;
  children(field: FieldState): ReactNode;
}

/** A label, a control and what there is to say about it, side by side. */
export function FieldRow({ path, label, unit, absent, badge, children }: FieldRowProps) {
  const field = useField({ path, label });
  return (
    <div className={classes('form-row', field.problem && `form-row-${field.problem.severity}`)}>
      <label className="form-label" htmlFor={field.id}>
        {label}
        {badge}
      </label>
      <div className="form-control">
        {children(field)}
        {unit && <span className="form-unit">{unit}</span>}
      </div>
      <FieldAbout field={field} absent={absent} />
    </div>
  );
}
