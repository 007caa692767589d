const storageKey = 'drawdown.token';

/** The one-time code in the address, taken out of it so that it is neither kept in the history nor shared. */
export function takeCode(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code !== null) history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** The token of this tab, for a reload; null in a new tab. */
export function keptToken(): string | null {
  return sessionStorage.getItem(storageKey);
}

export function forgetToken(): void {
  sessionStorage.removeItem(storageKey);
}

/** Exchanges a code for a token and keeps it in this tab; null where the code is wrong or burnt. */
export async function exchangeCode(code: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!response.ok) return null;
  const { token } = (await response.json()) as { token: string };
  sessionStorage.setItem(storageKey, token);
  return token;
}
