import type { Command } from './command.ts';
import type { ContextKeys } from './contextKeys.ts';

/** What a command is about now, such as the label of the step that it undoes. */
export function aboutNow({ about }: Command, context: ContextKeys): string | undefined {
  const value = about === undefined ? null : context.get(about);
  return typeof value === 'string' ? value : undefined;
}
