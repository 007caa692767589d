import { expect, type Locator, type Page } from '@playwright/test';

/** A user who has nothing but a keyboard. */
export interface KeyboardUser {
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Types over what the field with the focus holds. */
  retype(text: string): Promise<void>;
  /** Runs a command through the palette. */
  command(title: string): Promise<void>;
  /** Presses a key until a control has the focus, and sees that it has. */
  goTo(control: Locator, key: string): Promise<void>;
  /** Goes on by Tab until a control has the focus, and sees that it has. */
  tabTo(control: Locator): Promise<void>;
  /** The same, and presses it. */
  choose(control: Locator): Promise<void>;
  /** Goes from part to part by F6 until the focus is in one. */
  partTo(part: 'titleBar' | 'activityBar' | 'sideBar' | 'editors' | 'panel' | 'statusBar'): Promise<void>;
  /** Has the focus, and sees where it is. */
  sees(control: Locator): Promise<void>;
}

const mostSteps = 120;

export function keyboardUser(page: Page): KeyboardUser {
  const { keyboard } = page;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  const sees = async (control: Locator): Promise<void> => {
    await expect(control).toBeFocused();
    await expect(control).toBeInViewport();
    await expect.poll(() => control.evaluate(showsFocus)).toBe(true);
  };
  const goTo = async (control: Locator, key: string): Promise<void> => {
    await expect(control).toBeVisible();
    for (let steps = 0; steps < mostSteps && !(await control.evaluate(hasFocus)); steps++) await press(key);
    await sees(control);
  };
  const tabTo = (control: Locator) => goTo(control, 'Tab');
  return {
    press,
    sees,
    goTo,
    tabTo,
    type: (text) => keyboard.type(text),
    async retype(text) {
      await press('ControlOrMeta+A');
      await keyboard.type(text);
    },
    async command(title) {
      await press('ControlOrMeta+Shift+P');
      await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
      await keyboard.type(title);
      await expect(page.getByRole('option', { name: title, selected: true })).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeHidden();
    },
    async choose(control) {
      await tabTo(control);
      await press('Enter');
    },
    async partTo(part) {
      await expect(page.locator(`[data-part="${part}"]`)).toBeVisible();
      const inside = () => page.evaluate(partWithFocus);
      for (let parts = 0; parts < 8 && (await inside()) !== part; parts++) await press('F6');
      expect(await inside()).toBe(part);
    },
  };
}

function hasFocus(element: Element): boolean {
  return element === document.activeElement;
}

function partWithFocus(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? null;
}

/**
 * The ring is drawn on the control, or on the item that it points to: an outline, or a shadow or stroke in its place. An entry of
 * a menu is filled instead, as in menus everywhere.
 */
function showsFocus(control: Element): boolean {
  const element = document.getElementById(control.getAttribute('aria-activedescendant') ?? '') ?? control;
  const { outlineStyle, outlineWidth, boxShadow, backgroundColor, stroke } = getComputedStyle(element);
  if (element.getAttribute('role') === 'menuitem') return backgroundColor !== 'rgba(0, 0, 0, 0)';
  const isRinged = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  return isRinged || boxShadow !== 'none' || (element instanceof SVGElement && stroke !== 'none');
}
