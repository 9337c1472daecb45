export function ContactPage() {
  return <div class="view" />;
}
