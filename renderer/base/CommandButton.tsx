import { useRef } from 'react';
import type { ComponentProps } from 'react';
import { useRunCommand } from './acts/runCommand.ts';
import { useActs } from './acts/useActs.ts';

interface CommandButtonProps extends Omit<ComponentProps<'button'>, 'onClick' | 'ref'> {
  /** The command that a press runs, and that does the same from the palette, by its key and in the menu. */
  readonly command?: string | undefined;
  /** What the command is about, where it is not about what stands here. */
  readonly args?: object | undefined;
  /** What the command does here; absent, it is one that needs no place. */
  onClick?: (() => unknown) | undefined;
}

/** A button. With a command it is one more way to run it, and what the command does here. */
export function CommandButton({ command, args, onClick, type = 'button', disabled, ...rest }: CommandButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const commands = useRunCommand();
  const act = type === 'submit' ? () => button.current?.form?.requestSubmit() : onClick;
  useActs(button, command === undefined || !act ? {} : { [command]: disabled ? null : act });
  const press = (): void => {
    if (command === undefined || commands === null || type === 'submit') onClick?.();
    else commands.run(command, button.current!, args);
  };
  return <button ref={button} type={type} disabled={disabled} onClick={press} {...rest} />;
}
