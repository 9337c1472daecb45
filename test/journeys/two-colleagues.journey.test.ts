import { expect, it } from 'vitest';
import { type Colleague, entriesSince, serverLog } from '../support/colleague.ts';
import { anna, mika, preview } from '../support/two-colleagues.ts';

async function logWithNote(one: Colleague, note: string): Promise<void> {
  await one.connect(false);
  await one.open('Lauantain kierros');
  await one.pane.getByRole('button', { name: 'Note', exact: true }).click();
  await one.pane.getByRole('textbox', { name: 'Note' }).fill(note);
  await one.logButton().click();
  await one.pane.getByText('Saved on this device').first().waitFor();
}

it('makes one entry of a mail that two colleagues log while both are offline, and keeps both notes', async () => {
  const before = (await serverLog(preview)).entries;
  await logWithNote(anna, 'Eero soittaa maanantaina');
  await logWithNote(mika, 'Muista tikkaat');
  await anna.connect(true);
  await anna.pane.getByText('In the log').first().waitFor();
  await mika.connect(true);
  await mika.pane.getByText('In the log').first().waitFor();

  const { comments } = await serverLog(preview);
  const logged = await entriesSince(preview, before);
  expect(logged.map((entry) => entry.note)).toEqual(['Eero soittaa maanantaina']);
  expect(comments.map((comment) => comment.body)).toContain('Muista tikkaat');
});
