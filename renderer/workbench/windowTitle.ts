interface Titled {
  /** File or name of the editor in front; null: none is open. */
  readonly editor: string | null;
  readonly dirty: boolean;
  /** Name of the open folder. */
  readonly folder: string | null;
}

/** Title of the window, the nearest first: `● acme.scenario.json – customers – Drawdown`. */
export function windowTitle({ editor, dirty, folder }: Titled): string {
  const name = editor === null ? null : editor.replace(/^.*[\\/:]/, '');
  const shown = name === null || name === '' ? null : `${dirty ? '● ' : ''}${name}`;
  return [shown, folder, 'Drawdown'].filter((part) => part !== null).join(' – ');
}
