import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to this start of the host. */
export interface Session {
  /** A new one-time code. It holds until it is exchanged. */
  issueCode(): string;
  /** The session token for a code that was not used yet, else null. Burns the code. */
  exchange(code: string): string | null;
  /** Whether this is the token of this start. */
  admits(token: string): boolean;
}

const mostOpenCodes = 100;

export function createSession(): Session {
  const token = randomText();
  const tokenDigest = digest(token);
  const codes = new Set<Buffer>();
  return {
    issueCode() {
      const code = randomText();
      for (const oldest of codes) if (codes.size >= mostOpenCodes) codes.delete(oldest);
      codes.add(digest(code));
      return code;
    },
    exchange(code) {
      const offered = digest(code);
      const matching = [...codes].filter((open) => timingSafeEqual(open, offered));
      for (const open of matching) codes.delete(open);
      return matching.length > 0 ? token : null;
    },
    admits: (offered) => timingSafeEqual(tokenDigest, digest(offered)),
  };
}

/** Digests are compared, not texts: they have one length, so the time taken tells nothing of either. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function randomText(): string {
  return randomBytes(24).toString('base64url');
}
