import type { Contribution } from '../../platform/contribution.ts';
import { lazyView } from '../../platform/lazyView.tsx';
import type { Workbench } from '../../platform/workbench.ts';
import { searchCommands } from './searchCommands.ts';
import { emptySearch, searchStore } from './searchStore.ts';

const SearchView = lazyView(() => import('./SearchView.tsx').then((module) => module.SearchView));

/** Text search over the files of the folder. */
export const searchContribution: Contribution = {
  id: 'search',
  containers: [{ id: 'search', title: 'Search', icon: 'search', order: 1 }],
  views: [{ id: 'search', title: 'Search', container: 'search', component: SearchView }],
  commands: searchCommands,
  start: forgetWithFolder,
};

/** What was found lies in the folder that is left. */
function forgetWithFolder({ workspace }: Workbench): void {
  let folder = workspace.store.getState()?.folder;
  workspace.store.subscribe((view) => {
    if (view?.folder === folder) return;
    folder = view?.folder;
    searchStore.setState(emptySearch);
  });
}
