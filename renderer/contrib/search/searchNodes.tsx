import type { SearchMatch, SearchView } from '../../../shared/rpc/searchViews.ts';
import type { TreeNode } from '../../base/treeRows.ts';
import { matchId } from './searchStore.ts';

/** What was found as a tree: files, and in them the lines with what was found marked. */
export function searchNodes({ files }: SearchView): readonly TreeNode[] {
  return files.map(({ path, matches, more }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return {
      id: path,
      title: name,
      icon: 'file',
      detail: path === name ? undefined : path.slice(0, -name.length - 1),
      mark: <span className="search-count">{matches.length + more}</span>,
      children: matches.map((match) => matchNode(path, match)),
    };
  });
}

function matchNode(path: string, match: SearchMatch): TreeNode {
  const { before, text, after, line } = match;
  return {
    id: matchId(path, match),
    title: before + text + after,
    content: (
      <>
        <span className="search-line">{line}</span>
        {before}
        <mark>{text}</mark>
        {after}
      </>
    ),
  };
}
