import type { NoticeTopic, Settings } from './views.ts';

/** One setting as the settings editor, its file and its checks know it. `anywhere`: a workspace may set it too. */
export type Setting = {
  readonly id: keyof Settings;
  readonly group: 'Appearance' | 'Text editor' | 'Workbench' | 'Files' | 'Notices';
  readonly title: string;
  readonly about: string;
  readonly anywhere: boolean;
} & (
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly title: string }[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
);

/** What holds where neither the user nor the workspace says anything. */
export const firstSettings: Settings = {
  theme: 'system',
  zoom: 0,
  reduceMotion: 'system',
  textSize: 13,
  wordWrap: false,
  screenReader: false,
  diffSideBySide: true,
  previewTabs: true,
  breadcrumbs: true,
  openBillBeside: true,
  startPage: 'welcome',
  reopenFolder: true,
  hideAmounts: false,
  autoSave: 'off',
  confirmDelete: true,
  doNotDisturb: false,
  noticeTrash: true,
  noticeExported: true,
  noticePrint: true,
  noticeReveal: true,
  developerTools: false,
};

/** A kind of notice that its own “Do Not Show Again” turns off, and this turns on again. */
const notice = (id: NoticeTopic, title: string, about: string): Setting => ({
  id,
  group: 'Notices',
  title,
  about: `${about} The notification center lists it either way.`,
  anywhere: false,
  kind: 'flag',
});

/** Every setting, in the order in which they are shown. */
export const settingList: readonly Setting[] = [
  {
    id: 'theme',
    group: 'Appearance',
    title: 'Color theme',
    about: 'Colors of the workbench. High contrast is taken by itself where the system asks for it.',
    anywhere: true,
    kind: 'choice',
    options: [
      { value: 'system', title: 'Like the System' },
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
      { value: 'hc-light', title: 'Light High Contrast' },
      { value: 'hc-dark', title: 'Dark High Contrast' },
    ],
  },
  {
    id: 'zoom',
    group: 'Appearance',
    title: 'Zoom',
    about: 'Size of everything in steps of 20 %: 0 is 100 %, −4 about 50 %, 6 about 300 %.',
    anywhere: false,
    kind: 'number',
    min: -4,
    max: 6,
  },
  {
    id: 'reduceMotion',
    group: 'Appearance',
    title: 'Reduce motion',
    about: 'Whether movement on the page is left out.',
    anywhere: false,
    kind: 'choice',
    options: [
      { value: 'system', title: 'Like the System' },
      { value: 'on', title: 'Always' },
    ],
  },
  {
    id: 'textSize',
    group: 'Text editor',
    title: 'Font size',
    about: 'Size of the text editor’s letters in pixels.',
    anywhere: true,
    kind: 'number',
    min: 8,
    max: 40,
  },
  {
    id: 'wordWrap',
    group: 'Text editor',
    title: 'Word wrap',
    about: 'Long lines go on in the next one, instead of being scrolled to.',
    anywhere: true,
    kind: 'flag',
  },
  {
    id: 'screenReader',
    group: 'Text editor',
    title: 'Texts for a screen reader',
    about: 'What is edited as text is also given to a screen reader, which costs time with each letter.',
    anywhere: false,
    kind: 'flag',
  },
  {
    id: 'diffSideBySide',
    group: 'Text editor',
    title: 'Compare side by side',
    about: 'Two texts that are compared stand side by side, else in one column. In narrow editors they always do that.',
    anywhere: true,
    kind: 'flag',
  },
  {
    id: 'previewTabs',
    group: 'Workbench',
    title: 'Preview editors',
    about: 'A file that is clicked once opens in a tab that the next one takes over, until it is edited or pinned.',
    anywhere: true,
    kind: 'flag',
  },
  {
    id: 'breadcrumbs',
    group: 'Workbench',
    title: 'Breadcrumbs',
    about: 'Above each file the way to it and to the place in it, each step with what lies beside it.',
    anywhere: true,
    kind: 'flag',
  },
  {
    id: 'openBillBeside',
    group: 'Workbench',
    title: 'Open the bill beside a scenario',
    about: 'A scenario that is opened brings its bill with it, in the group beside.',
    anywhere: true,
    kind: 'flag',
  },
  {
    id: 'startPage',
    group: 'Workbench',
    title: 'Page at start-up',
    about: 'What is shown at start-up where no editor was open before.',
    anywhere: false,
    kind: 'choice',
    options: [
      { value: 'welcome', title: 'Welcome' },
      { value: 'none', title: 'Nothing' },
    ],
  },
  {
    id: 'reopenFolder',
    group: 'Workbench',
    title: 'Reopen the last folder',
    about:
      'A start that names no folder opens the one that was open at the end, as it was left; one that was closed stays closed.',
    anywhere: false,
    kind: 'flag',
  },
  {
    id: 'hideAmounts',
    group: 'Workbench',
    title: 'Hide amounts',
    about: 'For presentations: figures are drawn, read out, copied and cut as dots. Files that are written hold them.',
    anywhere: false,
    kind: 'flag',
  },
  {
    id: 'doNotDisturb',
    group: 'Workbench',
    title: 'Do Not Disturb',
    about: 'Notices go to the notification center without being shown; errors still are.',
    anywhere: false,
    kind: 'flag',
  },
  {
    id: 'developerTools',
    group: 'Workbench',
    title: 'Developer tools',
    about: 'F12 and Ctrl+Shift+I open them in the desktop app, from its next start.',
    anywhere: false,
    kind: 'flag',
  },
  {
    id: 'autoSave',
    group: 'Files',
    title: 'Auto save',
    about:
      'Whether changed files are saved without being asked for. Unsaved work is kept from start to start either way.',
    anywhere: true,
    kind: 'choice',
    options: [
      { value: 'off', title: 'Off' },
      { value: 'afterDelay', title: 'A second after the last change' },
    ],
  },
  {
    id: 'confirmDelete',
    group: 'Files',
    title: 'Confirm delete',
    about: 'Asks before files are moved to the trash.',
    anywhere: true,
    kind: 'flag',
  },
  notice('noticeTrash', 'Deleted files', 'Tells that files went to the trash, with the way to bring them back.'),
  notice('noticeExported', 'Exports', 'Tells where a picture or figures were exported to.'),
  notice('noticePrint', 'Printing from a browser', 'Tells how a page that was opened for printing becomes a PDF.'),
  notice('noticeReveal', 'Paths from a browser', 'Tells that a path was copied, where no file manager can be opened.'),
];

/** What is wrong with a value of a setting, as what was expected; null where it is good. */
export function settingFault(setting: Setting, value: unknown): string | null {
  if (setting.kind === 'flag') return typeof value === 'boolean' ? null : 'true or false';
  if (setting.kind === 'number') {
    const good = typeof value === 'number' && value >= setting.min && value <= setting.max;
    return good ? null : `a number from ${setting.min} to ${setting.max}`;
  }
  const words = setting.options.map((option) => option.value);
  return words.includes(value as string) ? null : words.map((word) => JSON.stringify(word)).join(', ');
}
