/**
 * A cell that a spreadsheet takes for text: what would begin a formula is quoted with an apostrophe. What is quoted
 * already is quoted once more, so that `fromCell` gives back exactly what went in.
 */
export function toCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

export function fromCell(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
