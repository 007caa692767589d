import { shownText } from '../draft/nodeValue.ts';
import { useDraft } from '../draft/useDraft.ts';

/** The scenario's currency, or a word for it where it names none. */
export function useCurrency(): string {
  const draft = useDraft();
  return shownText(draft.text, draft.at(['currency'])) || 'money';
}
