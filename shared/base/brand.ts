/** What of the seller a customer's page shows beside the name: `accent` is a color `#rrggbb`, `logo` a data address. */
export interface Brand {
  readonly accent: string | null;
  readonly logo: string | null;
  /** Terms and conditions, as the seller wrote them; empty: none. */
  readonly terms: string;
}

/** Greatest logo in bytes: it is sealed with the quote, and stands in its page. */
export const mostLogoBytes = 200_000;

/** Whether a text is the data address of a PNG or JPEG of at most `mostLogoBytes`. */
export function isLogo(text: string): boolean {
  const most = Math.ceil(mostLogoBytes / 3) * 4 + 'data:image/jpeg;base64,'.length;
  return text.length <= most && logoText.test(text);
}

const logoText = /^data:image\/(png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)[A-Za-z0-9+/]+={0,2}$/;

/** The logo of an image, given in base64, as a data address; null where it is neither PNG nor JPEG, or too large. */
export function logoOf(base64: string): string | null {
  const logo = `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`;
  return isLogo(logo) ? logo : null;
}

/** Whether a text is a color `#rrggbb` that can be read on white: a contrast of at least 4.5 to 1, as WCAG 2.2 counts it. */
export function isLegible(color: string): boolean {
  if (!/^#[0-9a-f]{6}$/.test(color)) return false;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16)));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
