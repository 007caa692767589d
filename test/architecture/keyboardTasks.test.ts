import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../e2e/tasks');
const pointer =
  /\.(click|dblclick|tap|hover|check|uncheck|fill|focus|press|selectOption|dragTo|dispatchEvent)\(|\bmouse\b/;

/** Lines of a script that do more than a keyboard can: all but what its user, who has one, presses. */
function beyondKeyboard(script: string): readonly string[] {
  return script.split('\n').filter((line) => pointer.test(line.replaceAll('user.press(', '')));
}

describe('the tasks that are done by keyboard alone', () => {
  it.each(readdirSync(folder))('%s uses nothing but the keyboard', (file) => {
    expect(beyondKeyboard(readFileSync(path.join(folder, file), 'utf8'))).toEqual([]);
  });

  it.each([
    "await page.getByRole('button').click();",
    'await field.focus();',
    "await field.press('Enter');",
    'page.mouse.up();',
  ])('would be found out by %s', (line) => {
    expect(beyondKeyboard(`test('a');\n${line}\nawait user.press('Enter');`)).toEqual([line]);
  });
});
