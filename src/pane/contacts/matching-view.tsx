export function MatchingView() {
  return <div class="view" />;
}
