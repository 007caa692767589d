import { decodeScenario, type DecodedScenario } from '../../../shared/scenario/decode.ts';
import { threadsFor, type Where } from './whereItFits.ts';

/** Reads the text of a scenario, a large one on a thread; null where it was given up. */
export async function decodeWhereItFits(text: string, where: Where): Promise<DecodedScenario | null> {
  const threads = threadsFor(text, where);
  return threads ? threads.decode(text, where.signal) : decodeScenario(text);
}
