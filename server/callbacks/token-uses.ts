import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { ProviderAccount } from '../providers/accounts.ts';
import { digestOfToken, tokensOf } from './callback-tokens.ts';
import { selectUse, upsertUse } from './token-uses.sql.ts';

/** Notes that a token was used: written down by the first callback of each minute, so that the others cost nothing. */
export type NoteTokenUse = (token: string, at: Date) => Promise<void>;

const everyMs = 60_000;

/** One for each server. Failing to write it down is no reason to refuse a callback, which is stored by then. */
export function createTokenUses(db: Db, log: { error(fields: object, message: string): void }): NoteTokenUse {
  const notedAt = new Map<string, number>();
  return async (token, at) => {
    const ms = at.getTime();
    if (ms - (notedAt.get(token) ?? Number.NEGATIVE_INFINITY) < everyMs) return;
    notedAt.set(token, ms);
    await upsertUse(db, digestOfToken(token), at).catch((error: unknown) =>
      log.error({ err: error }, 'the use of a callback token could not be written down'),
    );
  };
}

/** The tokens of these accounts, and when each was last used, to the minute. */
export async function tokenUses(
  db: Db,
  accounts: readonly ProviderAccount[],
): Promise<components['schemas']['CallbackHealth']['tokens']> {
  const tokens = accounts.flatMap((account) =>
    tokensOf(account).map((one) => ({ ...one, provider: account.provider })),
  );
  return Promise.all(
    tokens.map(async ({ provider, name, token }) => {
      const at = await selectUse(db, digestOfToken(token));
      return { provider, name, lastUsedAt: at?.toISOString() ?? null };
    }),
  );
}
