// Vant's style sheet names a font on a foreign host and carries the same font as data: URL, which the strict CSP refuses.
// Both become a file of our own.
import { Buffer } from 'node:buffer';

const FOREIGN = /,?\s*url\((?:https?:)?\/\/[^)]*\)\s*format\([^)]*\)/g;
const INLINE = /url\(data:font\/[^;]*;(?:charset=utf-8;)?base64,([^)]+)\)/;

export function ownFonts() {
  return {
    name: 'ezhili-own-fonts',
    enforce: 'post',
    generateBundle(_options, output) {
      for (const asset of Object.values(output)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) {
          continue;
        }
        let css = asset.source.toString().replace(FOREIGN, '');
        const font = INLINE.exec(css);
        if (font) {
          this.emitFile({ type: 'asset', fileName: 'vant-icon.woff2', source: Buffer.from(font[1], 'base64') });
          css = css.replace(font[0], 'url(/ui/console/lib/vant-icon.woff2)');
        }
        if (/url\((?:https?:)?\/\//.test(css)) {
          this.error('the style sheet of Vant still names a foreign host');
        }
        asset.source = css;
      }
    },
  };
}
