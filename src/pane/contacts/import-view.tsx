export function ImportView() {
  return <div class="view" />;
}
