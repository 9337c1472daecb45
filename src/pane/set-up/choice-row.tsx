/** One line of a list to choose from. */
export function ChoiceRow({
  code,
  text,
  more,
  isChosen,
  choose,
}: {
  code: string;
  text: string;
  more?: string | undefined;
  isChosen: boolean;
  choose: () => void;
}) {
  return (
    <li>
      <button type="button" class="choice" aria-current={isChosen ? 'true' : undefined} onClick={choose}>
        <span class="choice-code">{code}</span>
        <span>{text}</span>
        {more && <span class="choice-more">{more}</span>}
      </button>
    </li>
  );
}
