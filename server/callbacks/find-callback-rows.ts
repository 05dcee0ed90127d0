import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { presentCallbackRow } from './callback-row.ts';
import { selectRows } from './search-callbacks.sql.ts';

/** The rows of these callbacks as they are now, in no order. */
export async function findCallbackRows(
  db: Db,
  ids: readonly number[],
): Promise<components['schemas']['CallbackRow'][]> {
  return (await selectRows(db, ids)).map(presentCallbackRow);
}
