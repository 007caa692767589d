import { useState } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { VersionView } from '../../../../shared/rpc/views.ts';
import { formatBytes } from '../../../base/format.ts';
import { Tree } from '../../../base/Tree.tsx';
import { nothingChosen } from '../../../base/treeChoice.ts';
import type { TreeNode } from '../../../base/treeRows.ts';
import { findFile } from '../../../platform/fileTree.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { diffAddress } from '../diff/diffAddress.ts';
import { useVersions } from './useVersions.ts';
import { keptInFront, openKept } from './versionCommands.ts';
import { shortVersionTime } from './versionTime.ts';
import './timeline.css';

const none: ReadonlySet<string> = new Set();

/** The local history of the file in front: what it was before each save, to be compared and restored. */
export function TimelineView() {
  const path = useFileInFront();
  const listed = useVersions(path);
  if (path === null) return <Note>Shows earlier versions of the file in front.</Note>;
  if (!listed) return <Note passing>Looking for versions of {path}…</Note>;
  const { versions, failure } = listed;
  if (failure !== null) return <Note>{failure}</Note>;
  if (versions.length === 0) return <Note>{path} has no earlier version: one is kept each time it is saved.</Note>;
  return <Versions key={path} path={path} versions={versions} />;
}

/** What stands in the list's place. One that passes takes no focus, which would go with it. */
function Note({ children, passing = false }: { readonly children: ReactNode; readonly passing?: boolean }) {
  return (
    <p className="timeline-note" tabIndex={-1} data-autofocus={passing ? undefined : true}>
      {children}
    </p>
  );
}

interface VersionsProps {
  readonly path: string;
  readonly versions: readonly VersionView[];
}

function Versions({ path, versions }: VersionsProps) {
  const workbench = useWorkbench();
  const { editors, openMenu, documents } = workbench;
  const [choice, setChoice] = useState(nothingChosen);
  const dirty = useStore(documents.store, ({ byPath }) => byPath[path]?.dirty ?? false);
  return (
    <Tree
      label={`Versions of ${path}`}
      nodes={[nowNode(dirty), ...versions.map(versionNode)]}
      open={none}
      choice={choice}
      onToggle={() => undefined}
      onChoose={setChoice}
      onOpen={(id, pinned) => {
        if (id !== 'now') openKept(workbench, { path, number: Number(id) }, { pinned });
        else if (!dirty) editors.openFile(path, { pinned, focus: pinned });
        else
          editors.open(diffAddress({ left: { path, at: 'disk' }, right: { path, at: 'now' } }), {
            pinned,
            focus: pinned,
          });
      }}
      onMenu={(id, at) => {
        if (id === 'now') return;
        const facts = { keptVersion: true, versionBefore: versions.at(-1)?.number !== Number(id) };
        openMenu({ menu: 'timeline/context', ...at, args: { path, number: Number(id) }, facts });
      }}
    />
  );
}

function nowNode(dirty: boolean): TreeNode {
  return { id: 'now', title: 'Now', detail: dirty ? 'not saved' : 'saved', icon: dirty ? 'circle-filled' : 'check' };
}

function versionNode({ number, at, bytes }: VersionView): TreeNode {
  return {
    id: String(number),
    title: shortVersionTime(at, new Date()),
    detail: `version ${number}, ${formatBytes(bytes)}`,
    icon: 'history',
  };
}

/** The file that the editor in front edits or is about. */
function useFileInFront(): string | null {
  const workbench = useWorkbench();
  const { context, workspace } = workbench;
  const edited = useStore(context.store, (values) => values['documentPath'] ?? values['activePath'] ?? null);
  const files = useStore(workspace.store, (view) => view?.files);
  const found = typeof edited === 'string' ? findFile(files ?? [], edited) : null;
  if (!found) return keptInFront(workbench)?.path ?? null;
  return found.kind !== 'folder' && found.kind !== 'ledger' ? found.path : null;
}
