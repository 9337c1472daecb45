import type { Instant, Zone } from '../../domain/time.ts';
import { mostMailBytes, readEml } from './read-eml.ts';
import { readIcs } from './read-ics.ts';
import { type ReadResult, refuse } from './read-refusal.ts';

/**
 * Reads a file that somebody dropped on the mailbox: a mail (`.eml`) or a calendar (`.ics`), told apart by name and, where
 * that says nothing, by how it begins.
 */
export async function readMailFile(
  file: { name: string; size: number; bytes(): Promise<Uint8Array> },
  around: { identity: string; zone: Zone; now: Instant },
): Promise<ReadResult> {
  if (file.size > mostMailBytes) return refuse('too-large');
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch {
    // A folder, or a file that was moved or locked since it was dropped.
    return refuse('unreadable');
  }
  const name = file.name.toLowerCase();
  if (/\.(msg|oft|pst|ost|mbox|zip|pdf|docx?)$/.test(name)) return refuse('unknown-kind');
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (name.endsWith('.ics') || /^BEGIN:VCALENDAR/i.test(start)) return readIcs(new TextDecoder().decode(bytes), around);
  return readEml(bytes, around.identity);
}
