import { classes } from '../../../../base/classes.ts';
import { Icon } from '../../../../base/Icon.tsx';
import { FixButton } from './FixButton.tsx';
import { HelpText } from './HelpText.tsx';
import { problemText } from '../../problemText.ts';
import type { FieldState } from './useField.ts';

interface FieldAboutProps {
  readonly field: FieldState;
  readonly absent?: string | undefined;
}

/** What is wrong with a field, else what it means. */
export function FieldAbout({ field, absent }: FieldAboutProps) {
  const { problem, help, id } = field;
  const isAbsent = field.node === undefined && absent;
  if (!problem && !help && !isAbsent) return <div className="form-about" />;
  return (
    <div id={`${id}-about`} className={classes('form-about', problem && `form-about-${problem.severity}`)}>
      {problem ? (
        <>
          <Icon name={problem.severity} /> {problemText(problem)} <FixButton problem={problem} />
        </>
      ) : (
        <HelpText text={help} />
      )}
      {!problem && isAbsent && <span className="form-absent"> {absent}</span>}
    </div>
  );
}
