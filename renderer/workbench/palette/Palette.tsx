import { useStore } from 'zustand';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { fileIcon } from '../../base/fileIcon.ts';
import { aboutNow } from '../../platform/aboutNow.ts';
import type { ContextKeys, ContextValues } from '../../platform/contextKeys.ts';
import { filesBelow } from '../../platform/fileTree.ts';
import type { PaletteMode, Shell } from '../shell.ts';
import { useShell } from '../useShell.ts';
import { allScenarios, fileInFront, helpItems, lineItems, symbolItems } from './placeItems.ts';
import { prefixOf } from './prefixes.ts';
import { QuickPick } from './QuickPick.tsx';
import type { PickItem } from './QuickPick.tsx';
import { useFoundLines } from './useFoundLines.ts';

const firstText = { commands: '>', files: '', symbols: '@', workspaceSymbols: '#', line: ':', help: '?' };

/** One line of text for all: files as they are, commands behind `>`, and the other signs of `prefixes`. */
export function Palette() {
  const { state } = useShell();
  const mode = useStore(state, (now) => now.palette);
  return mode === null ? null : <PaletteOver mode={mode} />;
}

/** What the palette was opened over, which its commands are for. */
interface Before {
  readonly focus: Element | null;
  readonly facts: ContextValues;
}

/** Where the focus is; what else holds may change while the palette is open. */
function focusFacts(context: ContextKeys): ContextValues {
  const at = (key: string) => context.get(key);
  return { part: at('part'), focusView: at('focusView'), inputFocus: at('inputFocus'), modal: false };
}

/** Lasts until the palette closes, whatever it looks for meanwhile. */
function PaletteOver({ mode }: { readonly mode: NonNullable<PaletteMode> }) {
  const { context } = useShell();
  const [before] = useState<Before>(() => ({ focus: document.activeElement, facts: focusFacts(context) }));
  return <OpenPalette key={mode} first={firstText[mode]} before={before} />;
}

interface OpenPaletteProps {
  readonly first: string;
  readonly before: Before;
}

function OpenPalette({ first, before }: OpenPaletteProps) {
  const shell = useShell();
  useStore(shell.context.store);
  const [search, setSearch] = useState(first);
  const { sign, label, placeholder, empty } = prefixOf(search);
  const symbols = useSymbols(shell, sign);
  const lines = useFoundLines(shell, sign === '#' ? search.slice(1) : '');
  const close = (): void => shell.state.setState({ palette: null });
  const itemsBy: Readonly<Record<string, () => readonly PickItem<() => void>[]>> = {
    '>': () => commandItems(shell, before.facts),
    '@': () => symbols,
    '#': () => [...symbols, ...lines],
    ':': () => lineItems(shell, search),
    '?': () => helpItems(setSearch),
  };
  return (
    <QuickPick
      label={label}
      placeholder={placeholder}
      items={itemsBy[sign]?.() ?? fileItems(shell)}
      search={search}
      onSearch={setSearch}
      prefix={sign === ':' ? search : sign}
      empty={empty}
      focusBefore={before.focus}
      onChoose={({ value }) => {
        // What is chosen finds the focus where it was.
        if (sign !== '?') flushSync(close);
        value();
      }}
      onClose={close}
    />
  );
}

/** Symbols are read when they are first asked for. */
function useSymbols(shell: Shell, sign: string) {
  const [found, setFound] = useState<{ readonly sign: string; readonly items: readonly PickItem<() => void>[] }>();
  useEffect(() => {
    if (sign !== '@' && sign !== '#') return;
    let current = true;
    const path = fileInFront(shell);
    const paths = sign === '#' ? allScenarios(shell) : path === null ? [] : [path];
    void symbolItems(shell, paths).then((items) => current && setFound({ sign, items }));
    return () => {
      current = false;
    };
  }, [shell, sign]);
  return found?.sign === sign ? found.items : [];
}

function commandItems({ allCommands, commands, context, state }: Shell, facts: ContextValues) {
  const { recentCommands } = state.getState();
  const rank = (id: string): number => (recentCommands.includes(id) ? recentCommands.indexOf(id) : Infinity);
  const items = allCommands
    .filter(({ palette, when }) => palette !== false && context.holds(when, facts))
    .map((command) => ({ ...command, detail: aboutNow(command, context) }))
    .map(({ id, title, category, detail }) => ({
      id,
      title: category === undefined ? title : `${category}: ${title}`,
      detail,
      keys: commands.keyOf(id),
      value: () => {
        state.setState((now) => ({ recentCommands: [id, ...now.recentCommands.filter((each) => each !== id)] }));
        void commands.run(id);
      },
    }))
    .toSorted((a, b) => rank(a.id) - rank(b.id) || a.title.localeCompare(b.title));
  const recent = items.filter((item) => rank(item.id) < Infinity).length;
  return items.map((item, at) => ({
    ...item,
    heading: recent > 0 && at === 0 ? 'recently used' : recent > 0 && at === recent ? 'other commands' : undefined,
  }));
}

function fileItems({ workspace, editors }: Shell) {
  return filesBelow(workspace.store.getState()?.files ?? []).map(({ path, name, kind }) => ({
    id: path,
    title: name,
    detail: path === name ? undefined : path.slice(0, -name.length - 1),
    icon: fileIcon(kind),
    value: () => editors.openFile(path, { pinned: true }),
  }));
}
