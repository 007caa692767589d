import { describe, expect, it } from 'vitest';
import { openTab, splitGroup } from '../../../../../renderer/workbench/editors/gridChanges.ts';
import { emptyGrid } from '../../../../../renderer/workbench/editors/grid.ts';
import { defaultLayout } from '../../../../../renderer/workbench/layout/layout.ts';
import { readLayout, writeLayout } from '../../../../../renderer/workbench/layout/layoutJson.ts';

const form = openTab(emptyGrid, 'scenario:acme.scenario.json', { group: 'group-1', pinned: true });
const grid = openTab(splitGroup(form, 'group-1', 'horizontal', 'group-2'), 'bill:acme.scenario.json', {
  group: 'group-2',
  pinned: false,
});
const layout = {
  sideBar: { visible: false, container: 'explorer', width: 310, unfolded: ['timeline'] },
  panel: { visible: true, view: 'output', height: 180 },
  grid,
};

/** The kept text with something changed in it. */
function damaged(change: (json: ReturnType<typeof JSON.parse>) => void): string {
  const json = JSON.parse(writeLayout(layout));
  change(json);
  return JSON.stringify(json);
}

describe('the kept layout', () => {
  it('comes back as it was', () => {
    expect(readLayout(writeLayout(layout))).toEqual(layout);
  });

  it.each([null, '', 'not json', '[]', '{"format":"drawdown-layout-9"}'])('%o gives the first layout', (text) => {
    expect(readLayout(text)).toEqual(defaultLayout);
  });

  it('has no size that is said otherwise when it is kept again', () => {
    const text = writeLayout(layout).replace('"width":310', '"width":-0');
    expect(Object.is(readLayout(text).sideBar.width, 0)).toBe(true);
  });

  it('what is damaged is as at first, the rest is kept', () => {
    const read = readLayout(
      damaged((json) => {
        json.sideBar.width = -5;
        json.panel.view = 7;
        json.grid.active = 'nowhere';
      }),
    );
    expect(read.sideBar).toEqual({ ...layout.sideBar, width: defaultLayout.sideBar.width });
    expect(read.panel.view).toBe(defaultLayout.panel.view);
    expect(read.grid.active).toBe('group-1');
  });

  it('a tab that is no address is left out, and a group without it shows its first tab', () => {
    const read = readLayout(damaged((json) => json.grid.root.children[0].tabs.unshift({ uri: 'javascript' }, 7)));
    expect(read.grid).toEqual(grid);
  });

  it('sizes that do not add up become equal', () => {
    const read = readLayout(damaged((json) => (json.grid.root.sizes = [10, 20])));
    expect(read.grid.root).toMatchObject({ sizes: [50, 50] });
  });

  it('two groups of one name cannot be told apart: the editors start empty', () => {
    expect(readLayout(damaged((json) => (json.grid.root.children[1].id = 'group-1'))).grid).toEqual(emptyGrid);
  });
});
