import { useId } from 'preact/hooks';

interface PillChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  choose: (value: Value) => void;
}

/** One of a few, all of them seen: radio buttons in the look of pills. */
export function PillChoice<Value extends string>({ label, value, options, choose }: PillChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="pills">
      <legend class="visually-hidden">{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} class="pill">
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            checked={option === value}
            onChange={() => choose(option)}
          />
          <span class="pill-text">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
