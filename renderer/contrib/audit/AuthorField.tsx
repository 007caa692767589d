import { useEffect } from 'react';
import { useStore } from 'zustand';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { auditStore } from './auditStore.ts';
import { recallAuthor } from './writePaper.ts';

/** Whose notes and sign-offs these are. */
export function AuthorField() {
  const workbench = useWorkbench();
  const author = useStore(auditStore, (state) => state.author);
  useEffect(() => void recallAuthor(workbench), [workbench]);
  return (
    <TextField
      label="Your name"
      value={author}
      placeholder="as it shall stand in the history"
      onChange={(value) => auditStore.setState({ author: value.slice(0, 100) })}
    />
  );
}
