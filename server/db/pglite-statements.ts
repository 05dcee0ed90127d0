import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { RawResult } from './db-over-engine.ts';

interface Prepared {
  /** The engine's name for it. */
  name: string;
  columns: RawResult['columns'];
}

export interface Statements {
  /** Runs one statement; values go in and come out as text. Rejects with the engine's own error. */
  query(text: string, params: (string | null)[]): Promise<RawResult>;
}

/** So many texts stay known; a rarer one is parsed anew. */
const mostKept = 200;

const { serialize } = protocol;

/**
 * Statements that PGlite parses once and then knows by name: a wide select is four times as quick as by `pg.query`, which
 * makes five calls of each. Every run is planned for its own values, as there.
 */
export async function createStatements(pg: PGlite): Promise<Statements> {
  await pg.exec('set plan_cache_mode = force_custom_plan');
  /** By their texts, the one that was not used for longest first. */
  const kept = new Map<string, Prepared>();
  let lastNumber = 0;

  async function prepare(text: string): Promise<Prepared> {
    lastNumber += 1;
    const name = `s${lastNumber}`;
    const said = await send(pg, serialize.parse({ name, text }), serialize.describe({ type: 'S', name }));
    const fields = said.find((message) => message instanceof messages.RowDescriptionMessage)?.fields ?? [];
    return { name, columns: fields.map(({ name: column, dataTypeID }) => ({ name: column, oid: dataTypeID })) };
  }

  async function keep(text: string, statement: Prepared) {
    kept.delete(text);
    kept.set(text, statement);
    const [oldest] = kept;
    if (kept.size <= mostKept || oldest === undefined) return;
    kept.delete(oldest[0]);
    await send(pg, serialize.close({ type: 'S', name: oldest[1].name }));
  }

  return {
    async query(text, params) {
      const statement = kept.get(text) ?? (await prepare(text));
      await keep(text, statement);
      const { name, columns } = statement;
      const said = await send(pg, serialize.bind({ statement: name, values: params }), serialize.execute({}));
      const complete = said.find((message) => message instanceof messages.CommandCompleteMessage);
      if (complete === undefined) throw new Error('There is no statement in this text.');
      const rows = said.filter((message) => message instanceof messages.DataRowMessage).map(({ fields }) => fields);
      return { ...ofTag(complete.text), columns, rows };
    },
  };
}

/** Sends messages and a sync, so that the engine is ready again also after an error, with which this rejects. */
async function send(pg: PGlite, ...parts: Uint8Array[]): Promise<{ name: string }[]> {
  return (await pg.execProtocol(Buffer.concat([...parts, serialize.sync()]))).messages;
}

/** `UPDATE 2`, `INSERT 0 1`, `SELECT 3`, `COMMIT`, `CREATE TABLE`. */
function ofTag(tag: string): Pick<RawResult, 'command' | 'count'> {
  const [command = ''] = tag.split(' ');
  return { command, count: Number(/\d+$/.exec(tag)?.[0] ?? 0) };
}
