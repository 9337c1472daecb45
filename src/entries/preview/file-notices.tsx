import type { MailboxState } from './mailbox-state.ts';
import type { MailboxMessages } from './messages-en.ts';

/** What became of the files that were chosen: how many items they gave, and each that could not be opened with its reason. */
export function FileNotices({ state, messages }: { state: MailboxState; messages: MailboxMessages }) {
  const problems = state.problems.value;
  const added = state.added.value;
  return (
    <div class="mb-notices" role="status">
      {added > 0 && <span class="mb-hidden">{messages.filesRead(added)}</span>}
      {problems.length > 0 && (
        <div class="mb-problems">
          <ul>
            {problems.map(({ file, why }, index) => (
              <li key={`${index}-${file}`}>{messages.notOpened(file, messages.refusals[why])}</li>
            ))}
          </ul>
          <button type="button" class="mb-button" onClick={state.dismissProblems}>
            {messages.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
