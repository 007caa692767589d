import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Only a Mac needs a menu of its own, for its app menu and for copy and paste; elsewhere the page draws one. */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(macMenu()) : null);
}

function macMenu(): MenuItemConstructorOptions[] {
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
}
