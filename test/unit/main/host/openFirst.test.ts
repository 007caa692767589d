import { describe, expect, it } from 'vitest';
import type { Host } from '../../../../main/host/host.ts';
import { openFirst } from '../../../../main/host/openFirst.ts';

/** A host whose last run ended with a folder open, or with none. */
function host({ last, reopenFolder = true }: { readonly last: string | null; readonly reopenFolder?: boolean }) {
  const opened: string[] = [];
  const methods: Readonly<Record<string, (params: { readonly folder: string }) => unknown>> = {
    'settings.get': () => ({ ok: true, value: { reopenFolder } }),
    'workspace.last': () => ({ ok: true, value: last }),
    'workspace.open': ({ folder }) => {
      if (folder === '/gone') return { ok: false, error: { code: 'missing', message: 'It is gone.' } };
      opened.push(folder);
      return { ok: true, value: null };
    },
  };
  const call = (name: string, params: never) => Promise.resolve(methods[name]!(params));
  return { opened, host: { call } as unknown as Host };
}

describe('what is open as the app starts', () => {
  it('is what was named', async () => {
    const { host: started, opened } = host({ last: '/last' });
    expect(await openFirst(started, '/named')).toBeNull();
    expect(opened).toEqual(['/named']);
  });

  it('is the folder that was open last, where none is named', async () => {
    const { host: started, opened } = host({ last: '/last' });
    expect(await openFirst(started, null)).toBeNull();
    expect(opened).toEqual(['/last']);
  });

  it('is nothing where the user wants it so, nothing was left open, or the last folder is gone', async () => {
    for (const user of [{ last: '/last', reopenFolder: false }, { last: null }, { last: '/gone' }]) {
      const { host: started, opened } = host(user);
      expect(await openFirst(started, null)).toBeNull();
      expect(opened).toEqual([]);
    }
  });

  it('is refused where what was named is not there', async () => {
    expect(await openFirst(host({ last: '/last' }).host, '/gone')).toMatchObject({ code: 'missing' });
  });
});
