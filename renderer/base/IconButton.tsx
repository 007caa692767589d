import { useRunCommand } from './acts/runCommand.ts';
import { classes } from './classes.ts';
import { CommandButton } from './CommandButton.tsx';
import { Icon } from './Icon.tsx';

interface IconButtonProps {
  readonly icon: string;
  /** Its accessible name and tooltip. */
  readonly label: string;
  /** Key shown in the tooltip; else that of its command. */
  readonly keyHint?: string | null;
  onClick?(): unknown;
  /** The command that it runs: what `onClick` does is then what the command does here. */
  readonly command?: string | undefined;
  readonly args?: object;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  readonly className?: string;
}

export function IconButton({ icon, label, keyHint, pressed, className, ...rest }: IconButtonProps) {
  const commands = useRunCommand();
  const keys = keyHint ?? (rest.command === undefined ? null : commands?.keyOf(rest.command));
  return (
    <CommandButton
      className={classes('icon-button', className)}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-pressed={pressed}
      {...rest}
    >
      <Icon name={icon} />
    </CommandButton>
  );
}
