/** The code in what a person pasted: the whole one-time link (`…#invite=CODE`, `…#token=CODE`), or the code alone. */
export function codeFrom(pasted: string): string {
  const text = pasted.trim();
  const mark = text.indexOf('#');
  if (mark < 0) return text;
  const values = new URLSearchParams(text.slice(mark + 1));
  return (values.get('invite') ?? values.get('token') ?? '').trim();
}
