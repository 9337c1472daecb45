import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process uses the data folder. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
}

/**
 * Holds the folder for this process until the function it gives is called. It is a lock of the operating system (by way
 * of SQLite, which has one for every system): it ends with the process, however that ends, and leaves nothing to clean up.
 */
export function lockDataFolder(folder: string): () => void {
  const database = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new DataFolderInUse(`${folder} is in use by another process`);
    throw error;
  }
  return () => database.close();
}
