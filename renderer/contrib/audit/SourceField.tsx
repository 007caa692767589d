import { useStore } from 'zustand';
import type { AuditSourceView } from '../../../shared/rpc/auditViews.ts';
import { formatBytes } from '../../base/format.ts';
import { Select } from '../../base/Select.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { fileKey, filesFor, type AuditFile, type MadeMap, type Role } from './auditFile.ts';

interface SourceFieldProps<File extends AuditFile | MadeMap> {
  readonly as: Role;
  readonly label: string;
  readonly chosen: File | null;
  readonly added: readonly Extract<AuditFile, { kind: 'upload' }>[];
  /** Said of the choice of no file. */
  readonly none: string;
  /** The file as the latest run read it. */
  readonly read: AuditSourceView | null;
  onChange(file: AuditFile | File | null): void;
}

/** One file to audit: of the workspace, of those that were put in, or none. */
export function SourceField<File extends AuditFile | MadeMap = AuditFile>(props: SourceFieldProps<File>) {
  const { as, label, chosen, added, none, read, onChange } = props;
  const { workspace } = useWorkbench();
  const view = useStore(workspace.store);
  const files: readonly (AuditFile | File)[] = [
    ...added,
    ...filesFor(as, view?.files ?? []).map((path) => ({ kind: 'path', path }) as const),
  ];
  const key = chosen === null ? '' : fileKey(chosen);
  const listed = chosen === null || files.some((file) => fileKey(file) === key) ? files : [chosen, ...files];
  return (
    <Select
      label={label}
      value={key}
      options={[{ value: '', title: none }, ...listed.map((file) => ({ value: fileKey(file), title: titleOf(file) }))]}
      hint={read ? <ReadHint read={read} /> : undefined}
      onChange={(value) => onChange(listed.find((file) => fileKey(file) === value) ?? null)}
    />
  );
}

function titleOf(file: AuditFile | MadeMap): string {
  if (file.kind === 'made') return 'Made here, by the form below';
  return file.kind === 'path' ? file.path : `${file.name} (put in, ${formatBytes(file.bytes)})`;
}

/** How a file was read: its rows, and the start of its digest. */
export function ReadHint({ read }: { readonly read: AuditSourceView }) {
  const { rows, bytes, sha256, head } = read;
  const digest = sha256 ?? head;
  return (
    <>
      {rows === null ? '' : `${rows.toLocaleString('en')} rows · `}
      {formatBytes(bytes)}
      {digest !== null && ' · '}
      {digest !== null && <code title={`${sha256 === null ? 'head' : 'sha256'} ${digest}`}>{digest.slice(0, 8)}…</code>}
    </>
  );
}
