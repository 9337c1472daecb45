import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { useMessages, usePane } from '../state/pane-context.ts';
import { isWorthABanner } from './is-trouble.ts';
import { saveUnsent } from './save-unsent.ts';

/** What must be known before anything is relied on: storage that does not hold, a session that has ended, an old pane. */
export function TroubleBanners() {
  const pane = usePane();
  const t = useMessages();
  const { device, signOut } = pane.services;
  const { paused, waiting, refused, problem, clockOff } = pane.sync.value;
  const { trouble, durable } = device.store;
  const unsent = waiting + refused;
  const saveButton = unsent > 0 && <Button onClick={() => void saveUnsent(pane)}>{t.status.saveFile}</Button>;
  const storage = trouble ?? (durable ? undefined : 'storage-denied');
  return (
    <>
      {storage && (
        // Whatever it was that the browser did not give: what is done is in this pane's memory alone.
        <Banner tone="warning" title={t.problems[storage].what} actions={saveButton}>
          {t.problems[storage === 'storage-newer' ? storage : 'storage-denied'].help}
        </Banner>
      )}
      {!storage && paused.includes('quota') && (
        <Banner tone="danger" title={t.problems['storage-full'].what} actions={saveButton}>
          {t.problems['storage-full'].help}
        </Banner>
      )}
      {paused.includes('signed-out') && (
        <Banner
          tone="warning"
          title={t.problems['signed-out'].what}
          actions={
            <>
              <Button onClick={signOut}>{t.status.signIn}</Button>
              {saveButton}
            </>
          }
        >
          {t.problems['signed-out'].help}
        </Banner>
      )}
      {paused.includes('version-too-old') && (
        <Banner tone="warning" title={t.problems['version-too-old'].what} actions={saveButton}>
          {t.problems['version-too-old'].help}
        </Banner>
      )}
      {clockOff !== 0 && (
        <Banner tone="info" title={t.trouble.clock(t.trouble.clockBy(Math.abs(clockOff)), clockOff < 0)}>
          {t.trouble.clockHelp}
        </Banner>
      )}
      {problem && isWorthABanner(problem) && (
        <Banner tone={problem === 'storage-lost' ? 'danger' : 'info'} title={t.problems[problem].what}>
          {t.problems[problem].help}
        </Banner>
      )}
    </>
  );
}
