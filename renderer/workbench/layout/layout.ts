import { emptyGrid } from '../editors/grid.ts';
import type { Grid } from '../editors/grid.ts';

/** How the workbench is laid out; kept by the host from start to start. Sizes in pixels. */
export interface Layout {
  readonly sideBar: {
    readonly visible: boolean;
    readonly container: string;
    readonly width: number;
    /** Views that fold and are not folded. */
    readonly unfolded: readonly string[];
  };
  readonly panel: { readonly visible: boolean; readonly view: string; readonly height: number };
  readonly grid: Grid;
}

export const defaultLayout: Layout = {
  sideBar: { visible: true, container: 'explorer', width: 260, unfolded: [] },
  panel: { visible: false, view: 'problems', height: 220 },
  grid: emptyGrid,
};
