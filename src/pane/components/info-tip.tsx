import { useId, useState } from 'preact/hooks';
import { InfoIcon } from '../icons/icons.tsx';

/**
 * The ⓘ that says why: on hover, focus, click and touch; Escape hides it. Its bubble spans the nearest `.tip-anchor`.
 */
export function InfoTip({ label, text }: { label: string; text: string }) {
  const [shown, setShown] = useState<'no' | 'hover' | 'kept'>('no');
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only shows what the button shows, too
    <span
      class="tip"
      onMouseEnter={() => setShown((now) => (now === 'no' ? 'hover' : now))}
      onMouseLeave={() => setShown((now) => (now === 'hover' ? 'no' : now))}
    >
      <button
        type="button"
        class="button button-subtle button-bare tip-button"
        aria-label={label}
        aria-expanded={shown !== 'no'}
        aria-controls={id}
        onClick={() => setShown((now) => (now === 'kept' ? 'no' : 'kept'))}
        onBlur={() => setShown('no')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || shown === 'no') return;
          event.stopPropagation();
          setShown('no');
        }}
      >
        <InfoIcon />
      </button>
      <span class="tip-place" id={id} role="status">
        {shown !== 'no' && <span class="tip-bubble">{text}</span>}
      </span>
    </span>
  );
}
