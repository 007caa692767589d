import { inflateSync } from 'node:zlib';

/** The text of each page of a PDF that Chromium printed, in the order in which it was drawn: what stands in the margins first. */
export function pdfPages(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, number, content] of file.matchAll(/(?:^|\s)(\d+) 0 obj\s(.*?)endobj/gs)) objects.set(number!, content!);
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object));
  return pages.map((page) => pageText(page, objects));
}

function pageText(page: string, objects: ReadonlyMap<string, string>): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [name!, glyphs(font!, objects)]),
  );
  const content = streamOf(/\/Contents (\d+) 0 R/.exec(page)![1]!, objects);
  let text = '';
  let font: ReadonlyMap<number, string> = new Map();
  for (const [, name, hex] of content.matchAll(/\/(F\d+) \S+ Tf|<([0-9A-F]+)> Tj|\bET\b/g)) {
    if (name !== undefined) font = fonts.get(name)!;
    else if (hex !== undefined)
      text += hex
        .match(/.{4}/g)!
        .map((glyph) => font.get(parseInt(glyph, 16)) ?? '�')
        .join('');
  }
  return text;
}

/** The characters of a font's glyphs, from its ToUnicode map. */
function glyphs(font: string, objects: ReadonlyMap<string, string>): Map<number, string> {
  const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)!)![1]!, objects);
  const characters = new Map<number, string>();
  for (const [, lines] of map.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, glyph, text] of lines!.matchAll(/<(\w+)> <(\w+)>/g))
      characters.set(parseInt(glyph!, 16), utf16(text!));
  }
  for (const [, lines] of map.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, first, last, text] of lines!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = parseInt(first!, 16);
      for (let glyph = from; glyph <= parseInt(last!, 16); glyph++) {
        characters.set(glyph, String.fromCharCode(parseInt(text!, 16) + glyph - from));
      }
    }
  }
  return characters;
}

function utf16(hex: string): string {
  return String.fromCharCode(...hex.match(/.{4}/g)!.map((unit) => parseInt(unit, 16)));
}

function streamOf(number: string, objects: ReadonlyMap<string, string>): string {
  const object = objects.get(number)!;
  const packed = /stream\r?\n(.*)\r?\nendstream/s.exec(object)![1]!;
  return object.includes('/FlateDecode') ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
}
