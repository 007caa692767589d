import type { RpcParams } from '../../../../shared/rpc/table.ts';
import type { Command } from '../../../platform/command.ts';
import { defaultBindings, sameStrokes } from '../../../platform/keyBindings.ts';
import { writeKey } from '../../../platform/keyNames.ts';

/** A key that a command shall have. */
export interface WantedKey {
  readonly strokes: readonly string[];
  readonly when: string | undefined;
}

/** The rules that give a command exactly these keys: its own ones that are not among them are taken away, the rest are added. */
export function rulesFor(
  command: Command,
  wanted: readonly WantedKey[],
  mac: boolean,
): RpcParams<'keys.change'>['rules'] {
  const own = defaultBindings([command], mac);
  const kept = (strokes: readonly string[]) =>
    wanted.some((key) => key.when === undefined && sameStrokes(key.strokes, strokes));
  const lost = own.filter(({ strokes }) => !kept(strokes));
  const added = wanted.filter(
    (key) => key.when !== undefined || !own.some(({ strokes }) => sameStrokes(strokes, key.strokes)),
  );
  const text = (strokes: readonly string[]) => writeKey(strokes.join(' '), mac);
  return [
    ...lost.map(({ strokes }) => ({ key: text(strokes), unbind: true, when: null })),
    ...added.map(({ strokes, when }) => ({ key: text(strokes), unbind: false, when: when ?? null })),
  ];
}
