import { useEffect, useState } from 'react';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Version } from '../diff/diffAddress.ts';
import { versionTime } from './versionTime.ts';

/** When a side of a comparison was kept, in words; null where it is no kept version, or while that is asked. */
export function useVersionTime({ path, at }: Version): string | null {
  const { rpc } = useWorkbench();
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    if (typeof at !== 'number') return setTime(null);
    let latest = true;
    const found = rpc('version.list', { path }).then((versions) => versions.find(({ number }) => number === at));
    found.then(
      (version) => latest && setTime(version ? versionTime(version.at) : null),
      () => undefined,
    );
    return () => {
      latest = false;
    };
  }, [rpc, path, at]);
  return time;
}
