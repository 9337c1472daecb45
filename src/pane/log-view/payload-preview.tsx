import type { LogSubject } from './log-subject.ts';
export function PayloadPreview({ subject }: { subject: LogSubject }) {
  return <p>{subject.form.value.description}</p>;
}
