import type { DamageView, VersionView } from '../../../../shared/rpc/views.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { diffAddress } from '../diff/diffAddress.ts';
import { restoreVersion } from './restoreVersion.ts';
import { versionTime } from './versionTime.ts';

/** Offers the newest version that is well for each file that is found damaged as it is opened. The file itself is left as it is. */
export function watchDamage(workbench: Workbench): void {
  const looked = new Map<string, string>();
  workbench.documents.store.subscribe(({ byPath, failures }, before) => {
    if (byPath === before.byPath && failures === before.failures) return;
    for (const path of Object.keys(failures)) look(path, `failed ${failures[path]}`);
    for (const { path, savedText, sha256 } of Object.values(byPath)) {
      if (savedText === before.byPath[path]?.savedText || savedText === null || sha256 === null) continue;
      // What was typed here and is saved was meant so.
      const saved = before.byPath[path]?.text === savedText;
      if (saved || isWellFormed(path, savedText)) looked.set(path, sha256);
      else look(path, sha256);
    }
  });

  function look(path: string, state: string): void {
    if (looked.get(path) === state || /^(user|workspace):/.test(path)) return;
    looked.set(path, state);
    const offer = (found: DamageView | null): void => {
      if (found?.newest) offerVersion(workbench, { path, damage: found.damage, version: found.newest });
    };
    workbench.rpc('version.damage', { path }).then(offer, () => undefined);
  }
}

/** A quick look; the host tells what is wrong. */
function isWellFormed(path: string, text: string): boolean {
  if (!path.endsWith('.json')) return true;
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

interface Offer {
  readonly path: string;
  readonly damage: string;
  readonly version: VersionView;
}

function offerVersion(workbench: Workbench, { path, damage, version: { number, at } }: Offer): void {
  const uri = diffAddress({ left: { path, at: 'disk' }, right: { path, at: number } });
  const text = `${path} is damaged, and kept as it is. ${damage} Its version of ${versionTime(at)} is well.`;
  workbench.notifications.show('warning', text, [
    { title: 'Compare', run: () => workbench.editors.open(uri, { focus: true, pinned: true }) },
    { title: 'Restore', run: () => restoreVersion(workbench, { path, number }) },
  ]);
}
