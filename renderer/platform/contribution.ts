import type { Command } from './command.ts';
import type { EditorKind } from './editor.ts';
import type { StatusItem, View, ViewContainer } from './view.ts';
import type { Workbench } from './workbench.ts';

/** What a feature adds to the workbench. `renderer/entry/contributions.ts` lists them all. */
export interface Contribution {
  readonly id: string;
  readonly commands?: readonly Command[];
  readonly containers?: readonly ViewContainer[];
  readonly views?: readonly View[];
  readonly editors?: readonly EditorKind[];
  readonly statusItems?: readonly StatusItem[];
  /** Runs once at start, before anything is drawn: subscribe here, start nothing slow. */
  start?(workbench: Workbench): void;
}
