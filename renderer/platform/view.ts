import type { ComponentType } from 'react';

/** A place in the activity bar, with its views in the side bar. */
export interface ViewContainer {
  readonly id: string;
  readonly title: string;
  /** Codicon name. */
  readonly icon: string;
  readonly order?: number;
}

/** A view in the panel (`container: 'panel'`) or in a side bar container. */
export interface View {
  readonly id: string;
  readonly title: string;
  readonly container: string;
  readonly order?: number;
  readonly component: ComponentType;
  /** In the side bar: under a title of its own that folds it away, which it is at first. */
  readonly folds?: boolean;
  /** A hook that gives the count beside the title; zero shows none. */
  useBadge?(): number;
}

/** A piece of the status bar. Its component draws a `StatusButton` or nothing. */
export interface StatusItem {
  readonly id: string;
  readonly side: 'left' | 'right';
  readonly order?: number;
  readonly component: ComponentType;
}
