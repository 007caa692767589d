import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** Shared by all labelled controls. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers alone. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong with the value. */
  readonly error?: string | null;
  readonly className?: string;
}

interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FrameProps extends FieldProps {
  children(control: ControlProps): ReactNode;
}

/** A label, a control, and below it the hint or the error that describes it. */
export function Field({ label, hideLabel, hint, error, className, children }: FrameProps) {
  const id = useId();
  const described = error || hint ? `${id}-about` : undefined;
  return (
    <div className={classes('field', error && 'field-invalid', className)}>
      <label className={hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {described && (
        <div id={described} className={error ? 'field-error' : 'field-hint'}>
          {error || hint}
        </div>
      )}
    </div>
  );
}
