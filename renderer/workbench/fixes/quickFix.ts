import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { Workbench } from '../../platform/workbench.ts';

/** A fix to make, of which fault, in which document. */
export interface WantedFix {
  readonly path: string;
  readonly diagnostic: Diagnostic;
  /** The fix's title; the user is asked where absent. */
  readonly title?: string;
}

/** Offers what can be done about faults of a document, and does what is chosen as one step of undo. */
export async function quickFix(workbench: Workbench, path: string, faults: readonly Diagnostic[]): Promise<void> {
  const { documents, dialogs, notifications } = workbench;
  const document = await documents.open(path);
  if (document.readOnly !== null) return notifications.announce(document.readOnly);
  const { fixesFor } = await import('../../../shared/scenario/fixes/fixesFor.ts');
  const items = faults.flatMap((diagnostic, at) =>
    fixesFor(document.text, diagnostic).map(({ title }) => ({
      id: `${at} ${title}`,
      title,
      detail: diagnostic.message,
      icon: 'lightbulb',
      value: { path, diagnostic, title },
    })),
  );
  if (items.length === 0) return notifications.show('info', 'There is no quick fix for this.');
  const chosen = await dialogs.pick({ title: 'Quick Fix', placeholder: 'What to do about it', items });
  if (chosen !== null) await makeFix(workbench, chosen);
}

/** Makes a fix of a fault in the text as it is now. */
export async function makeFix(
  { documents, notifications }: Workbench,
  { path, diagnostic, title }: Required<WantedFix>,
): Promise<void> {
  const { fixesFor, applyFix } = await import('../../../shared/scenario/fixes/fixesFor.ts');
  const { text } = await documents.open(path);
  const fix = fixesFor(text, diagnostic).find((each) => each.title === title);
  if (!fix) return;
  documents.edit(path, applyFix(text, fix), title);
  notifications.announce(`${title}: done`);
}
