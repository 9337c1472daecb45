/** Built next. */
export function PostponedView() {
  return null;
}
