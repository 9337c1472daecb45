import { useEffect, useState } from 'preact/hooks';
import type { ItemKey } from '../../domain/item.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import { Button } from '../components/button.tsx';
import { usePane } from '../state/pane-context.ts';
import { useWatch } from '../state/use-watch.ts';
import { useEntryPageTexts } from './use-entry-page-texts.ts';

/** Opens the mail or meeting of an entry in the mail client, where it knows it; elsewhere it says why it can't. */
export function OpenOriginal({ entry }: { entry: LogEntry }) {
  const { services, signal } = usePane();
  const { open: t } = useEntryPageTexts();
  const { itemId } = entry;
  const read = useWatch(`item ${itemId}`, async (reader) => ({ item: itemId ? await reader.item(itemId) : undefined }));
  const [isKnown, setKnown] = useState<boolean>();
  const [asked, setAsked] = useState<'opened' | 'failed'>();
  const { host } = services;
  const item = read?.item;
  const keys: readonly ItemKey[] = item?.keys ?? [];
  useEffect(() => {
    let isShown = true;
    void host.knowsItem(keys).then(
      (known) => isShown && setKnown(known),
      () => isShown && setKnown(false), // a part that can't be loaded opens nothing either
    );
    return () => {
      isShown = false;
    };
  }, [host, keys.join('\n')]);
  if (itemId === null || !read) return null;
  const kind = item?.itemKind ?? (entry.origin === 'meeting' ? 'meeting' : 'mail');
  if (!host.can.opensItems) return <p class="hint">{t.notHere[kind]}</p>;
  if (isKnown === undefined) return null;
  if (!isKnown) return <p class="hint">{t.unknown[kind]}</p>;
  const open = async () => {
    const isAsked = await host.openItem(keys, signal).catch(() => false); // says below that it did not work
    setAsked(isAsked ? 'opened' : 'failed');
  };
  return (
    <div class="open-original">
      <Button onClick={() => void open()}>{t.open[kind]}</Button>
      <p class="hint" role="status">
        {asked === 'failed' && t.failed[kind]}
        {asked === 'opened' && host.name === 'outlook' && t.asked[kind]}
      </p>
    </div>
  );
}
