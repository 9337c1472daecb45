/** Built next. */
export function DueView() {
  return null;
}
