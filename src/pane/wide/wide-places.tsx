/** Built next. */
export function WidePlaces() {
  return null;
}
