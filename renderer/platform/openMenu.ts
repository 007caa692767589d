import type { ContextValues } from './contextKeys.ts';
import type { MenuId } from './menuId.ts';

/** A context menu that is open at a place of the page. */
export interface OpenMenu {
  readonly menu: MenuId;
  /** What it is of, for those who do not see it. */
  readonly label?: string;
  readonly x: number;
  readonly y: number;
  readonly args: unknown;
  /** Facts about what the menu was opened on. */
  readonly facts: ContextValues;
}
