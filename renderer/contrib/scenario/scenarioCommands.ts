import { actCommands } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { lineOf } from './edit/lineOf.ts';

/** What the commands take; absent, they are about the active editor. */
interface Target {
  /** Path of the document. */
  readonly path?: string;
  /** JSON path in it, of the field to go to. */
  readonly jsonPath?: string;
  readonly offset?: number | null;
}

export const scenarioCommands: readonly Command[] = [
  {
    id: 'scenario.openAsText',
    title: 'Open as Text',
    category: 'Scenario',
    icon: 'json',
    when: 'editor == scenario',
    menu: { menu: 'editor/title', group: '1_view', order: 1 },
    run(workbench, args) {
      const { offset } = targetOf(args);
      const document = documentOf(workbench, args);
      if (document === null) return;
      workbench.editors.open(
        `text:${document}`,
        offset === undefined || offset === null ? {} : { reveal: placeAt(workbench, document, offset) },
      );
    },
  },
  {
    id: 'scenario.openAsForm',
    title: 'Open as Form',
    category: 'Scenario',
    icon: 'checklist',
    when: 'editor == text && scenarioFile',
    menu: { menu: 'editor/title', group: '1_view', order: 1 },
    run(workbench, args) {
      const document = documentOf(workbench, args);
      if (document !== null) workbench.editors.open(`scenario:${document}`);
    },
  },
  {
    id: 'scenario.revealPath',
    title: 'Go to Field',
    category: 'Scenario',
    palette: false,
    run(workbench, args) {
      const { jsonPath } = targetOf(args);
      const document = documentOf(workbench, args);
      if (document === null || jsonPath === undefined) return;
      workbench.editors.open(`scenario:${document}`, { focus: true, reveal: { path: jsonPath } });
    },
  },
  ...actCommands('Form', {
    'form.paste': 'Paste Cells…',
    'form.pickDate': 'Choose a Day…',
    'form.goToProblem': 'Go to a Field with a Problem',
    'form.pasteRows': 'Add the Pasted Rows',
    'form.removeAll': 'Remove All Rows',
    'form.addPart': 'Add This Part',
    'form.removePart': 'Remove This Part',
    'form.openFile': 'Open the Usage File',
    'form.override': 'Override What the Catalog Says',
  }),
];

function targetOf(args: unknown): Target {
  return typeof args === 'object' && args !== null ? args : {};
}

function documentOf({ editors }: Workbench, args: unknown): string | null {
  const named = targetOf(args).path;
  const active = editors.active();
  if (named !== undefined) return named;
  return active === null ? null : parseAddress(active).path;
}

function placeAt({ documents }: Workbench, document: string, offset: number) {
  const text = documents.get(document)?.text ?? '';
  const line = lineOf(text, offset);
  const column = offset - text.lastIndexOf('\n', offset - 1);
  return { place: { line, column, offset, length: Math.min(1, text.length - offset) } };
}
