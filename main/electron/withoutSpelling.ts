import type { Session } from 'electron';

/** Turns the spelling checker off. Both are needed: one that is off still fetches the dictionaries of its languages. */
export function withoutSpelling(session: Pick<Session, 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled'>): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
