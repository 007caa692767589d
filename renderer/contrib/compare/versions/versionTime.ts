/** When a version was kept, as people of this computer read it. */
export function versionTime(at: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
}

/** The same in few words: the time alone for one of today. */
export function shortVersionTime(at: string, now: Date): string {
  const kept = new Date(at);
  const today = kept.toDateString() === now.toDateString();
  const parts = today
    ? ({ timeStyle: 'medium' } as const)
    : ({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const);
  return new Intl.DateTimeFormat('en', parts).format(kept);
}
