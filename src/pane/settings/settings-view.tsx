export function SettingsView() {
  return <p />;
}
