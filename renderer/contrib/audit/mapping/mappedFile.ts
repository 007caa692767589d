import type { AuditMapping, AuditPreview } from '../../../../shared/rpc/auditViews.ts';

/** What a foreign file can be read as. */
export type MappedRole = AuditPreview['role'];

export const mappedRoles: readonly MappedRole[] = ['ledger', 'usage', 'invoices'];

export const roleTitles: Readonly<Record<MappedRole, string>> = {
  ledger: 'Ledger',
  usage: 'Usage record',
  invoices: 'Invoices',
};

/** A chosen file as an audit would read it, and the map that is being made for it. */
export interface MappedFile {
  readonly role: MappedRole;
  /** Names the file, and all else that its reading rests on. */
  readonly key: string;
  /** The map as it stands in the form; null: as the preview has it. */
  readonly draft: AuditMapping | null;
  readonly preview: AuditPreview | null;
  /** Why there is no preview. */
  readonly failure: string | null;
  /** The map that is used; null where the user has not said so yet. */
  readonly used: AuditMapping | null;
  /** Whether the form is shown. */
  readonly open: boolean;
}

/** Whether a file needs a map, or another one: it is none of ours, or what was said of it has not been put to use. */
export function needsMap({ preview, used }: MappedFile): boolean {
  return preview !== null && preview.origin !== 'own' && used === null;
}
