import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';
import { StatusButton } from './StatusButton.tsx';

/** Whether the document in front is saved; unsaved work is kept for the next start all the same. */
export function SavedStatus() {
  const { context, documents, commands } = useShell();
  const path = useStore(context.store, (values) => values.documentPath as string | null);
  const document = useStore(documents.store, ({ byPath }) => (path ? byPath[path] : undefined));
  if (!document) return null;
  if (document.readOnly !== null)
    return (
      <StatusButton icon="lock" label={document.readOnly}>
        Read-only
      </StatusButton>
    );
  if (document.saving)
    return (
      <StatusButton icon="sync" label="Saving">
        Saving
      </StatusButton>
    );
  if (!document.dirty && !document.durable) {
    const risk = `${document.path} is saved, but a crash of the machine could still lose it: save again`;
    return (
      <StatusButton icon="warning" kind="warning" label={risk} onClick={() => void commands.run('file.save')}>
        Saved, not confirmed
      </StatusButton>
    );
  }
  if (!document.dirty)
    return (
      <StatusButton icon="check" label={`${document.path} is saved`}>
        Saved
      </StatusButton>
    );
  const label = `${document.path} has changes that are not saved (they are kept for the next start): save`;
  return (
    <StatusButton icon="circle-filled" label={label} onClick={() => void commands.run('file.save')}>
      Not saved
    </StatusButton>
  );
}
