/**
 * A cell that a spreadsheet takes for text: what would begin a formula is quoted with an apostrophe, also in the wide
 * forms that some take for the usual ones, and behind a line's end. What is quoted already is quoted once more, so that
 * `fromCell` gives back exactly what went in.
 */
export function toCell(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

export function fromCell(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
