/** Where the page lives: a scheme of our own instead of `file:`, so that it has an origin to compare with. */
export const scheme = 'app';
export const pageHost = 'drawdown';
export const pageOrigin = `${scheme}://${pageHost}`;
export const pageAddress = `${pageOrigin}/`;

/** Whether an address is the page itself or one of its parts. Compared as parsed, never by how the text begins. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${scheme}:` && host === pageHost && username === '' && password === '';
}
