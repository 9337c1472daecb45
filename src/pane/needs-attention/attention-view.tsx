export function AttentionView() {
  return <p />;
}
