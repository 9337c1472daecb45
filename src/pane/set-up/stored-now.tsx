import { useSetUpTexts } from './use-texts.ts';

type Values = readonly (readonly [label: string, value: string])[];

/** What is stored by now where it differs from what is typed, so that the one can be weighed against the other. */
export function StoredNow({ values }: { values: Values }) {
  const words = useSetUpTexts();
  if (values.length === 0) return null;
  return (
    <section aria-label={words.now}>
      <p class="field-label">{words.now}</p>
      <ul class="change-fields">
        {values.map(([label, value]) => (
          <li key={label}>
            {label}: {value === '' ? words.file.empty : value}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The labels and stored values, `shown` in words, of the fields that are typed differently. */
export function storedNow<Fields extends object>(
  stored: Fields,
  typed: Fields,
  shown: { [K in keyof Fields]?: readonly [label: string, value: string] },
): Values {
  return (Object.keys(shown) as (keyof Fields)[]) // its own keys
    .filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(typed[field]))
    .flatMap((field) => (shown[field] ? [shown[field]] : []));
}
