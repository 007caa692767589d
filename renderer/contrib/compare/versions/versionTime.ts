/** When a version was kept, as people of this computer read it. */
export function versionTime(at: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
}
