import type { RowFault } from './grid';

/** The text of a table file: UTF-8, or else GB 18030 as spreadsheets on Chinese desks save it. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A cell that a spreadsheet neither splits nor runs as a formula. */
function cell(value: string | number): string {
  const text = String(value);
  const tame = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** The faults of an import as a table file that a spreadsheet opens: UTF-8 with byte order mark. */
export function faultsAsCsv(headings: readonly string[], faults: readonly RowFault[]): string {
  const lines = [headings, ...faults.map(({ row, field, detail }) => [row, field, detail])];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
