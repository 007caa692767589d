import type { FileNode } from '../../../shared/rpc/views.ts';

/** The scenarios of a workspace, folders within folders. */
export function scenarioFiles(files: readonly FileNode[]): readonly string[] {
  return files.flatMap((file) =>
    file.kind === 'scenario' ? [file.path] : file.children ? scenarioFiles(file.children) : [],
  );
}

/** Where an import is written: beside the scenario that is to use it, under a name that a file may have. */
export function importTarget(name: string, scenario: string | null): string {
  const folder = scenario === null ? '' : scenario.slice(0, scenario.lastIndexOf('/') + 1);
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const safe = stem.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `${folder}usage/${safe === '' ? 'import' : safe}.csv`;
}
