import { useStore } from 'zustand';
import { Banner } from '../../../base/Banner.tsx';
import { Button } from '../../../base/Button.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Diffed } from './diffAddress.ts';

interface ConflictBannerProps {
  readonly diffed: Diffed;
  /** The version on disk, and the one that the text on the right came from. */
  readonly onDisk: string | null;
  readonly cameFrom: string | null;
}

/** Between a file that another program changed and the text that was meant to be saved: what can be done, all of it still open. */
export function ConflictBanner({ diffed: { left, right }, onDisk, cameFrom }: ConflictBannerProps) {
  const { documents, commands, notifications } = useWorkbench();
  const { path } = right;
  const dirty = useStore(documents.store, ({ byPath }) => byPath[path]?.dirty ?? false);
  const opposed = left.at === 'disk' && right.at === 'now' && left.path === path;
  if (!opposed || !dirty || onDisk === cameFrom) return null;
  const overwrite = (): void => {
    documents.save(path, { sha256: onDisk }).then(
      (saved) => saved && notifications.announce(`${path} saved`),
      (error: unknown) => notifications.failed(`Saving ${path}`, error),
    );
  };
  return (
    <Banner
      kind="warning"
      actions={
        <>
          <Button command="diff.overwrite" onClick={overwrite}>
            Overwrite
          </Button>
          <Button onClick={() => void commands.run('file.revert')}>Take What Is on Disk</Button>
          <Button onClick={() => void commands.run('file.saveAs', { path })}>Save As…</Button>
        </>
      }
    >
      Another program wrote the text on the left; yours on the right is not saved.
    </Banner>
  );
}
