import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useFirstMessages, usePane } from '../state/pane-context.ts';
import { Button } from './button.tsx';
import { Skeleton } from './skeleton.tsx';

type Held<Props> = { state: 'loading' } | { state: 'here'; Part: ComponentType<Props> } | { state: 'failed' };

/**
 * A component that is loaded when it is first shown. Until then its place is held by that many rows or by another
 * component; failing says so and can be retried.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  place: number | ComponentType<Props> = 3,
): ComponentType<Props> & { load: () => Promise<unknown> } {
  let loaded: ComponentType<Props> | undefined;
  const get = async () => {
    loaded ??= await load();
    return loaded;
  };
  function Lazy(props: Props) {
    const pane = usePane();
    const t = useFirstMessages();
    const [held, setHeld] = useState<Held<Props>>(
      loaded && pane.hasTexts.value ? { state: 'here', Part: loaded } : { state: 'loading' },
    );
    const [tries, setTries] = useState(0);
    useEffect(() => {
      let isGone = false;
      if (held.state === 'here') return;
      Promise.all([get(), pane.loadTexts()]).then(
        ([Part]) => {
          if (!isGone) setHeld({ state: 'here', Part });
        },
        () => {
          if (!isGone) setHeld({ state: 'failed' }); // the part says so and offers to try again
        },
      );
      return () => {
        isGone = true;
      };
    }, [tries]);
    if (held.state === 'here') return <held.Part {...props} />;
    if (held.state === 'loading') {
      if (typeof place === 'number') return <Skeleton rows={place} label={t.pane.loading} />;
      const Place = place;
      return <Place {...props} />;
    }
    return (
      <p class="hint" role="alert">
        {t.pane.loadFailed}{' '}
        <Button
          kind="link"
          onClick={() => {
            setHeld({ state: 'loading' });
            setTries((count) => count + 1);
          }}
        >
          {t.pane.retry}
        </Button>
      </p>
    );
  }
  return Object.assign(Lazy, { load: get });
}
