import { useEffect, useRef } from 'react';
import { ErrorBoundary } from '../../base/ErrorBoundary.tsx';
import { parseAddress } from '../../platform/address.ts';
import { EditorUri } from '../../platform/editorPlaces.ts';
import { useShell } from '../useShell.ts';
import { EditorHost } from './EditorHost.tsx';
import { keepScroll } from './keepScroll.ts';

interface EditorBodyProps {
  readonly uri: string;
  readonly group: string;
  readonly active: boolean;
}

/** One editor in its group, scrolled to where it was looked at last. */
export function EditorBody({ uri, group, active }: EditorBodyProps) {
  const { editors, places } = useShell();
  const body = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      keepScroll(body.current!, {
        before: places.get(uri, 'scroll'),
        isSent: () => editors.reveals.getState()[uri] !== undefined,
        keep: (scrolls) => places.set(uri, 'scroll', scrolls),
      }),
    [editors, places, uri],
  );
  return (
    <div
      ref={body}
      className="editor-body"
      data-scope="editor"
      role="tabpanel"
      id={`${group}-${uri}`}
      aria-labelledby={`${group}-tab-${uri}`}
      onFocus={({ target }) => {
        const path = target.closest<HTMLElement>('[data-path]')?.dataset['path'];
        if (path) editors.tellPlace(uri, path);
      }}
    >
      <ErrorBoundary what={parseAddress(uri).path || 'this editor'}>
        <EditorUri value={uri}>
          <EditorHost uri={uri} active={active} />
        </EditorUri>
      </ErrorBoundary>
    </div>
  );
}
