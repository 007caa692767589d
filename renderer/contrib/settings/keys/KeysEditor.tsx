import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Banner } from '../../../base/Banner.tsx';
import { Button } from '../../../base/Button.tsx';
import { TextField } from '../../../base/TextField.tsx';
import type { EditorProps } from '../../../platform/editor.ts';
import { isMac } from '../../../platform/platformKind.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { KeyTable } from './KeyTable.tsx';
import { keyRows, searchRows, type KeyRow } from './keyRows.ts';
import { RecordKey } from './RecordKey.tsx';
import { useKeyChanges } from './useKeyChanges.ts';
import '../settings.css';
import './keys.css';

/** What a key is being recorded for: a row's key, one more key of its command, or the search. */
type Recording = { readonly row: KeyRow; readonly replaces: boolean } | 'search' | null;

/** Every command with its keys. */
export function KeysEditor({ active }: EditorProps) {
  const { keys, allCommands, commands, context } = useWorkbench();
  const view = useStore(keys.store);
  const [search, setSearch] = useState('');
  const [recording, setRecording] = useState<Recording>(null);
  const input = useRef<HTMLInputElement>(null);
  const changes = useKeyChanges();
  useEffect(() => {
    if (active) input.current?.focus();
  }, [active]);
  const rows = keyRows(allCommands, keys.bindings(), isMac);
  const shown = searchRows(rows, search);
  const conflicts = rows.filter((row) => row.conflicts.length > 0 && row.binding?.source === 'user').length;
  return (
    <div className="keys">
      <header className="settings-head">
        <TextField
          label="Search keyboard shortcuts"
          hideLabel
          type="search"
          placeholder="Search by command or key (@user, @conflict)"
          value={search}
          onChange={setSearch}
          inputRef={input}
        />
        <div className="settings-scope">
          <Button icon="record-keys" command="keys.searchByKey" onClick={() => setRecording('search')}>
            Search by Key
          </Button>
          <Button
            icon="export"
            disabled={!context.get('workspaceOpen')}
            onClick={() => void commands.run('keys.export')}
          >
            Export
          </Button>
          <span className="settings-file" title={view.file}>
            {view.file}
          </span>
          <Button icon="go-to-file" command="keys.openFile">
            Open keybindings.json
          </Button>
        </div>
      </header>
      {view.problems.length > 0 && (
        <Banner kind="warning" actions={<Button command="keys.openFile">Show</Button>}>
          keybindings.json: {view.problems[0]!.message} What is wrong is left as it is, and not used.
        </Banner>
      )}
      {conflicts > 0 && (
        <Banner
          kind="info"
          actions={
            <Button command="keys.showConflicts" onClick={() => setSearch('@user @conflict')}>
              Show
            </Button>
          }
        >
          {conflicts === 1 ? 'One of your keys runs' : `${conflicts} of your keys run`} another command too; yours goes
          first.
        </Banner>
      )}
      <p className="visually-hidden" role="status">
        {shown.length} of {rows.length} shortcuts
      </p>
      <KeyTable
        rows={shown}
        onRecord={(row, replaces) => setRecording({ row, replaces })}
        onRemove={(row) => void changes.remove(row)}
        onReset={(row) => void changes.reset(row)}
      />
      {recording !== null && (
        <RecordKey
          command={recording === 'search' ? null : recording.row.command}
          when={recording === 'search' || !recording.replaces ? undefined : recording.row.binding?.when}
          onClose={() => setRecording(null)}
          onRecorded={(strokes, printed) => {
            setRecording(null);
            if (recording === 'search') setSearch(`"${printed}"`);
            else void changes.give(recording.row, strokes, recording.replaces);
          }}
        />
      )}
    </div>
  );
}
