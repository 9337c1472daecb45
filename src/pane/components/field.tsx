import type { ComponentChildren, InputHTMLAttributes, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface Labelled {
  label: string;
  /** The label is read, not shown. */
  quiet?: boolean | undefined;
  hint?: ComponentChildren;
}

function Field({
  label,
  quiet,
  hint,
  control,
}: Labelled & { control: (ids: { id: string; 'aria-describedby': string | undefined }) => ComponentChildren }) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div class="field">
      <label class={quiet ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {control({ id, 'aria-describedby': hintId })}
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, quiet, hint, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field
      label={label}
      quiet={quiet}
      hint={hint}
      control={(ids) => <input class="input" type="text" autocomplete="off" {...rest} {...ids} />}
    />
  );
}

export function TextArea({ label, quiet, hint, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field
      label={label}
      quiet={quiet}
      hint={hint}
      control={(ids) => <textarea class="input textarea" {...rest} {...ids} />}
    />
  );
}

interface SelectProps<Value extends string> extends Labelled {
  value: Value;
  options: readonly (readonly [Value, string])[];
  choose: (value: Value) => void;
  'aria-invalid'?: boolean;
}

export function SelectField<Value extends string>({
  label,
  quiet,
  hint,
  value,
  options,
  choose,
  'aria-invalid': isInvalid,
}: SelectProps<Value>) {
  return (
    <Field
      label={label}
      quiet={quiet}
      hint={hint}
      control={(ids) => (
        <select
          class="input select"
          {...ids}
          aria-invalid={isInvalid}
          value={value}
          onChange={(event) => {
            const chosen = options.find(([option]) => option === event.currentTarget.value);
            if (chosen) choose(chosen[0]);
          }}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}
