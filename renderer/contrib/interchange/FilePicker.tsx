import { useRef, useState } from 'react';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { formatBytes } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { uploadFile } from '../../platform/uploadFile.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface FilePickerProps {
  onFile(upload: string, name: string): void;
}

interface Sending {
  readonly file: File;
  readonly sent: number;
  readonly abort: AbortController;
}

/** Takes a file by choosing or dropping, and shows how far it has been read in. */
export function FilePicker({ onFile }: FilePickerProps) {
  const { rpc, notifications } = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const abort = new AbortController();
    const onProgress = (sent: number) => setSending({ file, sent, abort });
    onProgress(0);
    try {
      const upload = await uploadFile(rpc, file, { signal: abort.signal, onProgress });
      onFile(upload, file.name);
    } catch (error) {
      setSending(null);
      if (!abort.signal.aborted) notifications.failed(`Reading ${file.name}`, error);
    }
  };
  if (sending) return <Progress sending={sending} />;
  return (
    <div
      className={classes('drop-zone', over && 'drop-zone-over')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <Icon name="cloud-upload" className="drop-icon" />
      <p className="drop-title">Drop a file here, or choose one</p>
      <Button kind="primary" icon="folder-opened" command="import.choose" onClick={() => input.current?.click()}>
        Choose a file…
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label="File to import"
        accept=".csv,.tsv,.txt,.db,.json,.ndjson,.jsonl"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <ul className="drop-formats">
        <li>
          <strong>CSV</strong> with any delimiter, wide or long, UTF-8 or UTF-16
        </li>
        <li>
          <strong>Inference server</strong> usage: <code>usage.db</code>, JSON or NDJSON. API keys are redacted as they
          are read.
        </li>
      </ul>
      <p className="drop-note">
        Nothing is written until you have seen what would be. The file itself is never changed.
      </p>
    </div>
  );
}

function Progress({ sending: { file, sent, abort } }: { readonly sending: Sending }) {
  return (
    <div className="import-progress">
      <label htmlFor="import-progress">
        Reading {file.name}: {formatBytes(sent)} of {formatBytes(file.size)}
      </label>
      <progress id="import-progress" max={Math.max(1, file.size)} value={sent} />
      <Button autoFocus command="work.cancel" onClick={() => abort.abort()}>
        Cancel
      </Button>
    </div>
  );
}
