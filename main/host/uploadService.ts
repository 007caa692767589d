import { err, ok } from '../../shared/base/result.ts';
import type { Handlers } from './handlers.ts';
import type { Uploads } from './uploads.ts';

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Takes files in pieces. */
export function uploadService(uploads: Uploads): Handlers<'upload.begin' | 'upload.append'> {
  return {
    'upload.begin': async ({ name }) => {
      const begun = await uploads.begin(name);
      return begun.ok ? ok({ upload: begun.value }) : begun;
    },
    'upload.append': async ({ upload, base64: text }) => {
      if (text.length % 4 !== 0 || !base64.test(text)) {
        return err({ code: 'bad-params', message: 'The piece of the file is not base64.' });
      }
      const appended = await uploads.append(upload, Buffer.from(text, 'base64'));
      return appended.ok ? ok({ bytes: appended.value }) : appended;
    },
  };
}
