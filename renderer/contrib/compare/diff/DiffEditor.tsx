import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Banner } from '../../../base/Banner.tsx';
import { EmptyState } from '../../../base/EmptyState.tsx';
import { Spinner } from '../../../base/Spinner.tsx';
import type { EditorProps } from '../../../platform/editor.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { BillEffect } from './BillEffect.tsx';
import { ConflictBanner } from './ConflictBanner.tsx';
import { readDiffAddress, type Diffed, type Version } from './diffAddress.ts';
import { DiffText } from './DiffText.tsx';
import { useVersionTime } from '../versions/useVersionTime.ts';
import { useVersion } from './useVersion.ts';
import { versionTitle } from './versionTitle.ts';
import '../../../base/figuresTable.css';
import '../compare.css';
import './diff.css';

/** Two texts of the folder side by side, or one as it was and is. */
export function DiffEditor({ uri, path, active }: EditorProps) {
  const diffed = useMemo(() => readDiffAddress(path), [path]);
  if (!diffed) return <EmptyState icon="diff" title="Nothing to compare" text="The address names no two texts." />;
  return <BothTexts uri={uri} diffed={diffed} active={active} />;
}

interface BothTextsProps {
  readonly uri: string;
  readonly diffed: Diffed;
  readonly active: boolean;
}

function BothTexts({ uri, diffed, active }: BothTextsProps) {
  const left = useVersion(diffed.left);
  const right = useVersion(diffed.right);
  const locked = useLock(diffed);
  const [count, setCount] = useState<number | null>(null);
  useSaidCount(count);
  const failure = [left, right].find((side) => side !== null && 'failure' in side);
  if (failure && 'failure' in failure)
    return <EmptyState icon="error" title="These texts cannot be compared" text={failure.failure} />;
  if (left === null || right === null || 'failure' in left || 'failure' in right) return <Spinner label="Reading" />;
  const texts = { left: left.text, right: right.text };
  return (
    <div className="diff">
      <DiffHeader diffed={diffed} count={count} />
      <ConflictBanner diffed={diffed} onDisk={left.sha256} cameFrom={right.sha256} />
      {left.damage !== null && (
        <Banner kind="warning">
          {versionTitle(diffed.left)} is damaged: {left.damage}
        </Banner>
      )}
      <DiffText uri={uri} diffed={diffed} texts={texts} active={active} locked={locked} onCounted={setCount} />
      {isBilled(diffed) && left.damage === null && right.damage === null && (
        <BillEffect diffed={diffed} texts={texts} />
      )}
    </div>
  );
}

function isBilled({ left, right }: Diffed): boolean {
  return [left, right].every(({ path }) => path.endsWith('.scenario.json'));
}

/** Why the right text cannot be edited. */
function useLock({ right: { path, at } }: Diffed): string | null {
  const { documents } = useWorkbench();
  const readOnly = useStore(documents.store, ({ byPath }) => byPath[path]?.readOnly ?? null);
  return at === 'now' ? readOnly : 'A version that was kept is not edited.';
}

function useSaidCount(count: number | null): void {
  const { notifications } = useWorkbench();
  useEffect(() => {
    if (count !== null) notifications.announce(countText(count));
  }, [notifications, count]);
}

function DiffHeader({ diffed, count }: { readonly diffed: Diffed; readonly count: number | null }) {
  return (
    <header className="diff-header">
      <h1>
        <SideTitle version={diffed.left} /> ↔ <SideTitle version={diffed.right} />
      </h1>
      <span className="diff-count">{count === null ? 'Comparing…' : countText(count)}</span>
    </header>
  );
}

function SideTitle({ version }: { readonly version: Version }) {
  const time = useVersionTime(version);
  return (
    <span>
      {versionTitle(version)}
      {time !== null && <span className="diff-time"> {time}</span>}
    </span>
  );
}

function countText(count: number): string {
  if (count === 0) return 'No differences';
  return count === 1 ? '1 difference' : `${count.toLocaleString('en')} differences`;
}
