import './set-up.css';

/** A choice of yes or no. */
export function CheckField({
  label,
  checked,
  choose,
}: {
  label: string;
  checked: boolean;
  choose: (checked: boolean) => void;
}) {
  return (
    <label class="check-field">
      <input
        type="checkbox"
        class="checkbox"
        checked={checked}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
