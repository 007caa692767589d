import { ImportStop } from '../../../shared/interchange/importers/importFault.ts';
import type { JsonElement } from '../../../shared/interchange/importers/jsonElements.ts';

/**
 * The payloads of a `usage.db` in the order of their ids, one row in memory at a time. `path` is a private copy: the reader
 * makes a lock folder beside the file and settles its journal, which must never happen beside the user's own.
 */
export async function* databaseElements(path: string): AsyncGenerator<JsonElement> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const unreadable = (error: unknown): ImportStop => {
    const reason = error instanceof Error ? error.message : String(error);
    return new ImportStop({ code: 'database-unreadable', reason });
  };
  let database: InstanceType<typeof sqlite.Database> | null = null;
  try {
    database = new sqlite.Database(path, { fileMustExist: true });
    // Without shared memory between processes a write-ahead log can only be read exclusively.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    checkTable(database.all("SELECT name FROM pragma_table_info('usage')").map((row) => row['name']));
    const statement = database.prepare('SELECT id, payload FROM usage ORDER BY id');
    for (const { id, payload } of statement.iterate()) {
      yield { line: Number(id), text: typeof payload === 'string' ? payload : '' };
    }
    statement.finalize();
  } catch (error) {
    throw error instanceof sqlite.SQLite3Error ? unreadable(error) : error;
  } finally {
    database?.close();
  }
}

function checkTable(columns: readonly unknown[]): void {
  if (columns.includes('id') && columns.includes('payload')) return;
  const reason = 'it has no table "usage" with the columns "payload" and "id"';
  throw new ImportStop({ code: 'database-unreadable', reason });
}
