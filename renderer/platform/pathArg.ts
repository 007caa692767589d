/** The path that a command was given by its menu or by another command, or null. */
export function pathArg(args: unknown): string | null {
  return typeof args === 'object' && args !== null && 'path' in args ? String(args.path) : null;
}
