import type { AuditMapping } from '../../../shared/rpc/auditViews.ts';
import type { FileNode } from '../../../shared/rpc/views.ts';

/** What a file is audited as. */
export type Role = 'ledger' | 'usage' | 'invoices' | 'map';

export const roles: readonly Role[] = ['ledger', 'usage', 'invoices', 'map'];

/** A file to audit: one of the workspace, or one that was put in. */
export type AuditFile =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'upload'; readonly upload: string; readonly name: string; readonly bytes: number };

/** A map that was made in the form. */
export interface MadeMap {
  readonly kind: 'made';
  readonly mapping: AuditMapping;
}

/** Names a file in a list of choices. */
export function fileKey(file: AuditFile | MadeMap): string {
  if (file.kind === 'made') return 'made';
  return file.kind === 'path' ? `path:${file.path}` : `upload:${file.upload}`;
}

export function fileName(file: AuditFile): string {
  return file.kind === 'path' ? file.path : file.name;
}

/** A file as the host takes it. */
export function sourceOf(file: AuditFile | null): { readonly upload: string } | { readonly path: string } | null {
  if (file === null) return null;
  return file.kind === 'path' ? { path: file.path } : { upload: file.upload };
}

const readable: Readonly<Record<Role, RegExp>> = {
  ledger: /\.(csv|ndjson|jsonl)$/i,
  usage: /\.(csv|ndjson|jsonl)$/i,
  invoices: /\.csv$/i,
  map: /\.json$/i,
};

/** Files of the workspace that can be audited in a role, folders within folders. */
export function filesFor(role: Role, files: readonly FileNode[]): readonly string[] {
  return files.flatMap((file) => {
    if (file.children) return filesFor(role, file.children);
    if (file.kind === 'folder' || file.kind === 'scenario') return [];
    const fits = file.kind === 'ledger' ? role === 'ledger' : readable[role].test(file.path);
    return fits ? [file.path] : [];
  });
}

/** A map as the host takes it: a file, or the map itself. */
export function mapOf(map: AuditFile | MadeMap | null) {
  return map?.kind === 'made' ? { mapping: map.mapping } : sourceOf(map);
}

/** The scenarios of a workspace, folders within folders. */
export function scenariosOf(files: readonly FileNode[]): readonly string[] {
  return files.flatMap((file) =>
    file.kind === 'scenario' ? [file.path] : file.children ? scenariosOf(file.children) : [],
  );
}
