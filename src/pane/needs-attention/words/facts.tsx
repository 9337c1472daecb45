import './facts.css';

/** A field's label and its value in words; empty for none. */
export type Fact = readonly [label: string, value: string];

/** The fields that have a value. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.filter(([, value]) => value !== '');
  if (shown.length === 0) return null;
  return (
    <dl class="facts refused-facts">
      {shown.map(([label, value]) => (
        <div class="fact" key={label}>
          <dt>{label}</dt>
          <dd>
            {value.length < 400 ? (
              value
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
              <div class="payload-long" tabIndex={0}>
                {value}
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
