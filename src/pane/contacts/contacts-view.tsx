export function ContactsView() {
  return <div class="view" />;
}
