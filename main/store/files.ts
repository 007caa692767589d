import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { FileNode } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, systemCode } from './attempt.ts';
import type { StoreError } from './storeError.ts';
import { walk, type Walked } from './walk.ts';
import type { Workspace } from './workspaceTypes.ts';

/** The files of a workspace as a tree: folders first, then by name. Hidden names and `node_modules` are left out. */
export function workspaceFiles({ ports, folder }: Workspace): Promise<Result<readonly FileNode[], StoreError>> {
  return attempt(folder, async () => {
    const nodes: (FileNode & { readonly parent: string })[] = [];
    for (const entry of await walk(ports.fs, folder, { hidden: false })) {
      const bytes = await sizeOf(ports, folder, entry);
      if (bytes === null) continue;
      const parent = entry.path.slice(0, Math.max(0, entry.path.length - entry.name.length - 1));
      nodes.push({ path: entry.path, name: entry.name, kind: kindOf(entry), bytes, parent });
    }
    return treeOf(nodes);
  });
}

function treeOf(nodes: readonly (FileNode & { readonly parent: string })[]): FileNode[] {
  const byParent = new Map<string, (typeof nodes)[number][]>();
  for (const node of nodes) {
    const siblings = byParent.get(node.parent);
    if (siblings) siblings.push(node);
    else byParent.set(node.parent, [node]);
  }
  const childrenOf = (parent: string): FileNode[] =>
    (byParent.get(parent) ?? [])
      .map(({ parent: _, ...node }) => (node.kind === 'folder' ? { ...node, children: childrenOf(node.path) } : node))
      .sort(byKindAndName);
  return childrenOf('');
}

const order = new Intl.Collator('en', { numeric: true });

function byKindAndName(left: FileNode, right: FileNode): number {
  const folders = Number(right.kind === 'folder') - Number(left.kind === 'folder');
  return folders || order.compare(left.name, right.name);
}

function kindOf({ path, name, isFolder }: Walked): FileNode['kind'] {
  if (isFolder) return name.endsWith('.ledger') ? 'ledger' : 'folder';
  if (name.endsWith('.scenario.json')) return 'scenario';
  if (path.startsWith('exports/')) return 'file';
  if (/\.(csv|ndjson|db)$/i.test(name)) return 'usage';
  return path.startsWith('usage/') && /\.json$/i.test(name) ? 'usage' : 'file';
}

/** Bytes of a file or of a ledger's files; null for a link that leads out, to a folder or nowhere. */
async function sizeOf({ fs }: Ports, folder: string, { path, isFolder, isLink, name }: Walked): Promise<number | null> {
  const absolute = nodePath.join(folder, path);
  try {
    if (isFolder) return name.endsWith('.ledger') ? await ledgerBytes({ fs }, absolute) : 0;
    if (!isLink) return (await fs.lstat(absolute)).size;
    const relative = nodePath.relative(folder, await fs.realpath(absolute));
    const stat = await fs.stat(absolute);
    return stat.isFile() && !relative.startsWith('..') && !nodePath.isAbsolute(relative) ? stat.size : null;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

async function ledgerBytes({ fs }: Pick<Ports, 'fs'>, absolute: string): Promise<number> {
  let bytes = 0;
  for (const entry of await fs.readFolder(absolute)) {
    if (entry.isFile()) bytes += (await fs.lstat(nodePath.join(absolute, entry.name))).size;
  }
  return bytes;
}
