import { accessSync, constants, mkdirSync } from 'node:fs';
import { DataFolderInUse } from '../../server/sqlite/data-folder-lock.ts';
import { openSqliteLogStore } from '../../server/sqlite/open-sqlite-log-store.ts';
import type { SqliteStore } from '../../server/sqlite/worker-messages.ts';
import { newEpoch } from './chance.ts';
import { stopWith, systemCode } from './stop-with.ts';

/** Makes sure that `folder` is there and can be written to, or ends the process saying why not. */
export function needFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    stopWith(`The data folder ${folder} can not be written to (${systemCode(error) ?? error}).`);
  }
}

/** Opens the log in `folder`, or ends the process saying why it can't be; also when it can't be written to any more. */
export async function openLog(folder: string): Promise<SqliteStore> {
  needFolder(folder);
  try {
    return await openSqliteLogStore(folder, {
      epoch: newEpoch(),
      lost: (error) =>
        stopWith(`The log in ${folder} can not be written to any more: ${textOf(error)}. Start it anew.`),
    });
  } catch (error) {
    stopWith(whyNot(folder, error));
  }
}

/** One line about a data folder that could not be opened. */
export function whyNot(folder: string, error: unknown): string {
  if (error instanceof DataFolderInUse) return `The data folder ${folder} is in use: Interlog is running already.`;
  return `The log in ${folder} can not be opened: ${textOf(error)}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
