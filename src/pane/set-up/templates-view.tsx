/** Built next. */
export function TemplatesView() {
  return null;
}
