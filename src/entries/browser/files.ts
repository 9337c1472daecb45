import { decodeText } from './decode-text.ts';

const types: Record<string, string> = { csv: 'text/csv', vcf: 'text/vcard', json: 'application/json' };

/** Hands `text` to the person as a file to keep. */
export function saveFile(name: string, text: string | readonly (string | Blob)[]): void {
  const url = URL.createObjectURL(
    new Blob([text].flat(), { type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the address by the next task; holding it longer would leak the text.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Lets the person choose a file; its text, or undefined when they chose none. */
export function openFile(accept: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(undefined), { once: true });
    input.addEventListener(
      'change',
      () => {
        const [file] = input.files ?? [];
        if (file) file.arrayBuffer().then(decodeText).then(resolve, reject);
        else resolve(undefined);
      },
      { once: true },
    );
    input.click();
  });
}
