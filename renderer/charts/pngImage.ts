import type { SvgImage } from './svgImage.ts';

/** Two pixels for each, so that a picture stays sharp in a document. */
const scale = 2;
/** Canvases end somewhere: beyond it the picture is drawn at one pixel for each. */
const mostPx = 8192;

/** The picture as PNG, drawn in the page’s own font. */
export async function pngImage({ text, width, height }: SvgImage): Promise<Blob> {
  const withFont = text.replace('>', `>${await fontStyle()}`);
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(withFont)}`);
  const times = Math.max(width, height) * scale > mostPx ? 1 : scale;
  const canvas = document.createElement('canvas');
  canvas.width = width * times;
  canvas.height = height * times;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))), 'image/png');
  });
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error('The picture could not be drawn.')));
    image.src = address;
  });
}

let font: Promise<string> | null = null;

/** A picture fetches nothing, so the font goes into it. Without it the system’s font serves. */
function fontStyle(): Promise<string> {
  font ??= latinFont().catch(() => '');
  return font;
}

async function latinFont(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const face = faces.find(
    (rule): rule is CSSFontFaceRule =>
      rule instanceof CSSFontFaceRule && /Inter/.test(rule.cssText) && /U\+0+-0*FF/i.test(rule.cssText),
  );
  const address = face && /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!address) return '';
  const base = face.parentStyleSheet?.href ?? location.href;
  const bytes = await (await fetch(new URL(address, base))).blob();
  const encoded = await asDataUrl(bytes);
  return `<style>@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${encoded})}</style>`;
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The font could not be read.')));
    reader.readAsDataURL(blob);
  });
}
