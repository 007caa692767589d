/** HTML that was put together here, and so is safe: text of others gets in escaped alone. */
export class Markup {
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }

  /** Composes HTML: whatever is filled in is text and gets escaped, unless it is markup itself. Null leaves nothing. */
  static of(this: void, strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
    return new Markup(strings.reduce((text, string, index) => text + textOf(parts[index - 1] ?? null) + string));
  }
}

export type MarkupPart = Markup | string | number | null | readonly MarkupPart[];

/** The tag that composes HTML. */
export const html = Markup.of;

function textOf(part: MarkupPart): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escapeHtml(String(part));
}

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, in an element or in a quoted attribute; what could hide or turn text around is made visible. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => special[character]!)
    .replace(/[\p{Cc}\p{Surrogate}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}

/** A text as a quoted CSS string: whatever is not plain is written by its number. */
export function cssString(text: string): string {
  const plain = text.replace(
    /[^A-Za-z0-9 .,:;/_()+-]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${plain}"`;
}
