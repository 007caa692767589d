import { describe, expect, it } from 'vitest';
import { textMenu } from '../../../../main/electron/textMenu.ts';

const editFlags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
const shown = (asked: Parameters<typeof textMenu>[0]) =>
  textMenu(asked).map(({ role, type, enabled }) => (role ? `${role}${enabled ? '' : ' off'}` : type));

describe('the menu of text in the app', () => {
  it('of a field cuts, copies and pastes, where that can be done', () => {
    expect(shown({ isEditable: true, selectionText: '', editFlags })).toEqual([
      'cut off',
      'copy off',
      'paste',
      'separator',
      'selectAll',
    ]);
  });

  it('of a selected text copies it', () => {
    expect(shown({ isEditable: false, selectionText: '4,250.00', editFlags: { ...editFlags, canCopy: true } })).toEqual(
      ['copy'],
    );
  });

  it('is none elsewhere: the page has its own', () => {
    expect(shown({ isEditable: false, selectionText: ' ', editFlags })).toEqual([]);
  });
});
