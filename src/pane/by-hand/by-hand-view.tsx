/** Built next. */
export function ByHandView() {
  return null;
}
