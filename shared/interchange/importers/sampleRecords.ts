import { rawRecords, type ElementKind } from './inferenceImporter.ts';
import type { JsonElement } from './jsonElements.ts';
import { isSecretName, redacted } from './redact.ts';
import { shownMember, shownMembers } from './shownRecord.ts';

/** A member of the records with its first values, as they may be shown. */
export interface SampledColumn {
  readonly name: string;
  readonly samples: readonly string[];
  /** It is named as one that holds keys: nothing of it is shown or kept. */
  readonly secret: boolean;
}

const samplesShown = 5;

/** The members of the first records; of those that hold keys the name alone. Reads no further than it must. */
export async function sampleRecords(
  elements: AsyncIterable<JsonElement>,
  kind: ElementKind,
): Promise<readonly SampledColumn[]> {
  const columns = new Map<string, string[]>();
  let seen = 0;
  for await (const records of rawRecords(elements, kind)) {
    for (const { record } of records) {
      if (record === null || seen === samplesShown) continue;
      seen += 1;
      for (const name of record.keys()) if (isSecretName(name)) columns.set(name, [redacted]);
      for (const name of shownMembers) {
        const value = record.get(name);
        if (value === undefined) continue;
        const samples = columns.get(name) ?? [];
        columns.set(name, [...samples, shownMember(value)]);
      }
    }
    if (seen === samplesShown) break;
  }
  return Array.from(columns, ([name, samples]) => ({ name, samples, secret: isSecretName(name) }));
}
