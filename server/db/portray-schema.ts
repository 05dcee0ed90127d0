import type { Db } from './db.ts';

/** Describes the schema as it stands in the database, in words that both engines share: a change to it shows in review. */
export async function portraySchema(db: Db): Promise<string> {
  const extensions = await listOf(db, "select extname as line from pg_extension where extname <> 'plpgsql' order by 1");
  const portraits = [`extensions ${extensions.join(', ')}`];
  for (const table of await listOf(db, TABLES)) {
    const lines = [
      ...(await listOf(db, COLUMNS, table)),
      ...(await listOf(db, CONSTRAINTS, table)),
      ...(await listOf(db, INDEXES, table)),
    ];
    portraits.push([`table ${table}`, ...lines.map((line) => `  ${line}`)].join('\n'));
  }
  return `${portraits.join('\n\n')}\n`;
}

const TABLES = `
  select relname as line from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace
  order by relname`;

const COLUMNS = `
  select concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then 'not null' end,
    case when a.attidentity = 'a' then 'generated always as identity' end,
    case when a.attgenerated = 's' then 'generated always as' when d.oid is not null then 'default' end,
    pg_get_expr(d.adbin, d.adrelid),
    case when a.attgenerated = 's' then 'stored' end) as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = ('public.' || quote_ident($1))::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

/** Not-null constraints have rows of their own from PostgreSQL 18 on only; the columns show them. */
const CONSTRAINTS = `
  select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint
  where conrelid = ('public.' || quote_ident($1))::regclass and contype <> 'n'
  order by conname`;

const INDEXES = `
  select indexdef as line from pg_indexes
  where schemaname = 'public' and tablename = $1
  order by indexname`;

async function listOf(db: Db, text: string, ...params: string[]): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(text, params);
  return rows.map(({ line }) => line);
}
