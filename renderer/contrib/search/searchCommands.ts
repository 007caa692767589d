import type { Command } from '../../platform/command.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { openPlace, placeText } from './openPlace.ts';
import { runSearch } from './runSearch.ts';
import { emptySearch, searchStore, stepPlace } from './searchStore.ts';
import type { SearchOptions } from './searchStore.ts';

const category = 'Search';

interface Option {
  readonly id: keyof SearchOptions;
  readonly title: string;
  readonly icon: string;
  readonly key: string;
}

/** How a text is looked for. */
export const searchOptions: readonly Option[] = [
  { id: 'matchCase', title: 'Match Case', icon: 'case-sensitive', key: 'Alt+C' },
  { id: 'wholeWord', title: 'Match Whole Word', icon: 'whole-word', key: 'Alt+W' },
  { id: 'regex', title: 'Use Regular Expression', icon: 'regex', key: 'Alt+R' },
];

export function searchCommandOf(id: keyof SearchOptions): string {
  return `search.toggle.${id}`;
}

export const searchCommands: readonly Command[] = [
  ...searchOptions.map(({ id, title, key }): Command => ({
    id: searchCommandOf(id),
    category,
    title: `Toggle ${title}`,
    key,
    keyWhen: 'focusView == search',
    run: () => searchStore.setState(({ options }) => ({ options: { ...options, [id]: !options[id] } })),
  })),
  {
    id: 'search.next',
    category,
    title: 'Go to Next Search Result',
    key: 'F4',
    when: 'workspaceOpen',
    run: (workbench) => go(workbench, 1),
  },
  {
    id: 'search.previous',
    category,
    title: 'Go to Previous Search Result',
    key: 'Shift+F4',
    when: 'workspaceOpen',
    run: (workbench) => go(workbench, -1),
  },
  {
    id: 'search.open',
    category,
    title: 'Open',
    palette: false,
    menu: { menu: 'search/context', group: '1_open' },
    run: (workbench, args) => openPlace(workbench, idOf(args), { focus: true, pinned: true }),
  },
  {
    id: 'search.copy',
    category,
    title: 'Copy',
    palette: false,
    menu: { menu: 'search/context', group: '2_copy' },
    run: (_, args) => navigator.clipboard.writeText(placeText(idOf(args))),
  },
  {
    id: 'search.refresh',
    category,
    title: 'Search Again',
    icon: 'refresh',
    when: 'workspaceOpen',
    menu: [
      { menu: 'search/title', order: 1 },
      { menu: 'search/context', group: '3_all', order: 1 },
    ],
    run: runSearch,
  },
  {
    id: 'search.clear',
    category,
    title: 'Clear Search Results',
    icon: 'clear-all',
    when: 'workspaceOpen',
    menu: [
      { menu: 'search/title', order: 2 },
      { menu: 'search/context', group: '3_all', order: 2 },
    ],
    run: async (workbench) => {
      searchStore.setState({ ...emptySearch, options: searchStore.getState().options });
      await runSearch(workbench);
    },
  },
];

/** What was found that a menu was opened on. */
function idOf(args: unknown): string {
  return typeof args === 'object' && args !== null && 'id' in args ? String(args.id) : '';
}

function go(workbench: Workbench, step: 1 | -1): void {
  const place = stepPlace(step);
  if (place === null) return workbench.notifications.announce('There are no search results');
  openPlace(workbench, place.id, { focus: true, pinned: false });
  workbench.notifications.announce(`${place.path}, line ${place.match.line}`);
}
