import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import { fixesFor } from '../../../../shared/scenario/fixes/fixesFor.ts';
import { markersOf } from './markers.ts';
import { monaco } from '../../../workbench/text/monaco.ts';

/** What the light bulb of a text offers, and what making one of them is. */
interface Offered {
  readonly problems: readonly Diagnostic[];
  fix(diagnostic: Diagnostic, title: string): void;
}

const command = 'drawdown.makeFix';
const offers = new WeakMap<monaco.editor.ITextModel, Offered>();

/** Has the light bulb of a text offer fixes of these problems. */
export function offerFixes(model: monaco.editor.ITextModel, offered: Offered): void {
  offers.set(model, offered);
}

monaco.editor.registerCommand(command, (_accessor, make: () => void) => make());

monaco.languages.registerCodeActionProvider('json', {
  provideCodeActions(model, range) {
    const { problems = [], fix } = offers.get(model) ?? {};
    const here = problems.filter((problem) =>
      markersOf(model, [problem]).some((marker) => monaco.Range.areIntersectingOrTouching(marker, range)),
    );
    const actions = here.flatMap((problem) =>
      fixesFor(model.getValue(), problem).map(({ title }, at) => ({
        title,
        kind: 'quickfix',
        isPreferred: at === 0,
        diagnostics: markersOf(model, [problem]),
        command: { id: command, title, arguments: [() => fix?.(problem, title)] },
      })),
    );
    return { actions, dispose: () => undefined };
  },
});
