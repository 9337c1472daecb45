import { afterAll, beforeAll } from 'vitest';
import { type Colleague, colleague } from './colleague.ts';
import { type PreviewProcess, startPreviewProcess } from './preview-process.ts';

/** Anna and Mika, each with a browser of their own, and the preview that both use, while the tests of a file run. */
export let preview: PreviewProcess;
export let anna: Colleague;
export let mika: Colleague;

beforeAll(async () => {
  preview = await startPreviewProcess();
  [anna, mika] = await Promise.all([colleague(preview), colleague(preview, { as: 'mika' })]);
});
afterAll(async () => {
  await anna?.close();
  await mika?.close();
  await preview?.dispose();
});
