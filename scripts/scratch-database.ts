import { openPostgres } from '../server/db/postgres.ts';

/** A database of its own on that server, for a benchmark; nothing for the embedded one. */
export async function scratchDatabase(
  serverUrl: string | null,
): Promise<{ url: string | null; drop(): Promise<void> }> {
  if (serverUrl === null) return { url: null, drop: async () => {} };
  const name = `tautan_bench_${process.pid}`;
  const admin = await openPostgres({ url: serverUrl });
  await admin.exec(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.exec(`drop database ${name}`);
      await admin.close();
    },
  };
}
