import type { LeftAside as Aside } from '../../../shared/rpc/searchViews.ts';

const mostNamed = 50;

/** The files that were not searched, each with the reason. */
export function LeftAside({ files }: { readonly files: readonly Aside[] }) {
  if (files.length === 0) return null;
  return (
    <details className="search-aside">
      <summary>{files.length === 1 ? '1 file was left aside' : `${files.length} files were left aside`}</summary>
      <ul>
        {files.slice(0, mostNamed).map(({ path, reason }) => (
          <li key={path}>
            {path}: {reason}
          </li>
        ))}
        {files.length > mostNamed && <li>and {files.length - mostNamed} more</li>}
      </ul>
    </details>
  );
}
