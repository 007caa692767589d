import { z } from 'zod';
import type { Result } from '../../../../shared/base/result.ts';
import { auditMapping, type AuditMapping } from '../../../../shared/interchange/auditMapping.ts';
import type { MappedRole } from '../../../../shared/interchange/importers/guessAuditMapping.ts';
import type { Ports } from '../../../platform/ports.ts';
import { sha256Text } from '../../../platform/sha256.ts';
import { changeAppJson, readAppJson, type AppJson } from '../../../store/appJson.ts';
import { attempt } from '../../../store/attempt.ts';
import type { StoreError } from '../../../store/storeError.ts';

/** A map that was used, under the fingerprint of the format that it reads. */
const keptMap = z.object({ fingerprint: z.string(), name: z.string(), mapping: auditMapping });

type KeptMaps = { readonly maps: readonly z.infer<typeof keptMap>[] };

/** Maps of foreign formats, in the app's own folder: a format is known again in any workspace. */
const file: AppJson<KeptMaps> = {
  name: 'audit-maps.json',
  schema: z.object({ maps: z.array(keptMap) }),
  first: { maps: [] },
};

const mostKept = 100;

/** Names a format: the role of its files and their header, cell by cell. */
export function formatFingerprint(
  role: MappedRole,
  head: { readonly delimiter: string | null; readonly columns: readonly string[] },
): string {
  // Lines of JSON name their members in any order.
  const columns = head.delimiter === null ? [...head.columns].sort() : head.columns;
  return sha256Text(JSON.stringify([role, head.delimiter, ...columns]));
}

/** The map that was last used for a format, or null. */
export function keptMapOf(ports: Ports, fingerprint: string): Promise<Result<AuditMapping | null, StoreError>> {
  return attempt('maps', async () => {
    const { value } = await readAppJson(ports, file);
    return value.maps.find((kept) => kept.fingerprint === fingerprint)?.mapping ?? null;
  });
}

/** Keeps a map for the next file of its format; of many formats, the latest. */
export function keepMap(ports: Ports, kept: z.infer<typeof keptMap>): Promise<Result<null, StoreError>> {
  return attempt('maps', async () => {
    await changeAppJson(ports, file, ({ maps }) => ({
      maps: [kept, ...maps.filter(({ fingerprint }) => fingerprint !== kept.fingerprint)].slice(0, mostKept),
    }));
    return null;
  });
}
