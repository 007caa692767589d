import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../base/Icon.tsx';
import { Menu } from '../../base/Menu.tsx';
import type { MenuEntry } from '../../base/Menu.tsx';
import { rove } from '../../base/rove.ts';
import { symbolsOf } from '../palette/symbolsOf.ts';
import { useShell } from '../useShell.ts';
import { crumbEntries } from './crumbEntries.ts';
import { crumbsOf } from './crumbs.ts';
import type { Crumb, CrumbList } from './crumbs.ts';
import './breadcrumbs.css';

/** Longest text whose symbols are looked for at each change. */
const mostLetters = 500_000;

interface OpenList {
  readonly at: number;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly x: number;
  readonly y: number;
}

/** The way to what an editor shows, above it. One tab stop; each step opens a list of what lies beside it. */
export function Breadcrumbs({ uri, group }: { readonly uri: string; readonly group: string }) {
  const { settings } = useShell();
  const shown = useStore(settings, (now) => now.breadcrumbs);
  const crumbs = useCrumbs(uri);
  return shown && crumbs.crumbs.length > 0 ? <CrumbRow uri={uri} group={group} {...crumbs} /> : null;
}

function useCrumbs(uri: string) {
  const { workspace, documents, editors } = useShell();
  const view = useStore(workspace.store);
  const place = useStore(editors.places, (places) => places[uri]);
  const path = editors.documentOf(uri);
  const text = useStore(documents.store, ({ byPath }) => (path?.endsWith('.scenario.json') ? byPath[path]?.text : ''));
  const symbols = useMemo(() => (text && text.length < mostLetters ? symbolsOf(text) : []), [text]);
  return { crumbs: view ? crumbsOf({ uri, view, place, symbols }) : [], symbols };
}

interface CrumbRowProps extends ReturnType<typeof useCrumbs> {
  readonly uri: string;
  readonly group: string;
}

function CrumbRow({ uri, group, crumbs, symbols }: CrumbRowProps) {
  const shell = useShell();
  const row = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const [open, setOpen] = useState<OpenList | null>(null);
  const [stop, setStop] = useState<number | null>(null);
  const last = crumbs.length - 1;
  const buttonAt = (at: number): HTMLElement | undefined =>
    row.current?.querySelectorAll<HTMLElement>('.crumb')[at] ?? undefined;
  const show = async (at: number, label: string, list: CrumbList): Promise<void> => {
    const goInto = (inner: CrumbList): void => void show(at, labelOf(inner), inner);
    const entries = await crumbEntries(list, { shell, uri, symbols, goInto });
    const box = buttonAt(at)?.getBoundingClientRect();
    if (box && entries.length > 0) setOpen({ at, label, entries, x: box.left, y: box.bottom });
  };
  return (
    <nav
      ref={row}
      className="breadcrumbs"
      aria-label={`Breadcrumbs of editor group ${/\d+$/.exec(group)?.[0] ?? ''}`}
      onFocus={({ relatedTarget }) => {
        if (!row.current?.contains(relatedTarget)) before.current = relatedTarget;
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          (event.target as HTMLElement).click();
        } else if (event.key === 'Escape') (before.current as HTMLElement | null)?.focus();
        else rove(event, '.crumb');
      }}
    >
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={`${at} ${crumb.list.kind}`}>
            {at > 0 && <Icon name="chevron-right" className="crumb-arrow" />}
            <CrumbButton
              crumb={crumb}
              open={open?.at === at}
              stop={Math.min(stop ?? last, last) === at}
              last={at === last}
              onFocus={() => setStop(at)}
              onOpen={() => void show(at, labelOf(crumb.list), crumb.list)}
            />
          </li>
        ))}
      </ol>
      {open && (
        <Menu
          key={open.label}
          label={open.label}
          groups={[open.entries]}
          current={open.entries.find((entry) => entry.checked)?.id}
          x={open.x}
          y={open.y}
          onClose={() => {
            buttonAt(open.at)?.focus();
            setOpen(null);
          }}
        />
      )}
    </nav>
  );
}

interface CrumbButtonProps {
  readonly crumb: Crumb;
  readonly open: boolean;
  readonly stop: boolean;
  readonly last: boolean;
  onFocus(): void;
  onOpen(): void;
}

function CrumbButton({ crumb, open, stop, last, onFocus, onOpen }: CrumbButtonProps) {
  return (
    <button
      type="button"
      className="crumb"
      aria-haspopup="menu"
      aria-expanded={open}
      aria-current={last ? 'location' : undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <Icon name={crumb.icon} />
      <span>{crumb.title}</span>
    </button>
  );
}

function labelOf(list: CrumbList): string {
  if (list.kind === 'workspaces') return 'Folders opened before';
  if (list.kind === 'files') return list.folder === '' ? 'Files of the folder' : `Files of ${list.folder}`;
  return list.kind === 'sections' ? 'Lists of the scenario' : list.section;
}
