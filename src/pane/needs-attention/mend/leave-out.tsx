/** What a command is about, each to be kept or left out; nothing where there is but one. */
export function LeaveOut<Id extends string>({
  legend,
  all,
  leftOut,
  choose,
}: {
  legend: string;
  all: readonly { id: Id; name: string }[];
  leftOut: readonly Id[];
  choose: (leftOut: readonly Id[]) => void;
}) {
  if (all.length < 2) return null;
  return (
    <fieldset class="leave-out">
      <legend class="field-label">{legend}</legend>
      {all.map(({ id, name }) => (
        <label class="person-label" key={id}>
          <input
            type="checkbox"
            class="checkbox"
            checked={!leftOut.includes(id)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? leftOut.filter((one) => one !== id) : [...leftOut, id])
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
