import { recordAction } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import type { Actor } from './actor.ts';
import type { Sessions } from './sessions.ts';

interface SignOutDeps {
  db: Db;
  clock: () => Date;
  sessions: Sessions;
}

/** Ends the session: at once in this process, within seconds in every other. */
export async function signOut({ db, clock, sessions }: SignOutDeps, actor: Actor, token: string): Promise<void> {
  await db.tx(async (tx) => {
    await sessions.end(tx, token);
    const entry = { action: 'signOut', environment: null, paymentId: null, outcome: 'done', at: clock() } as const;
    await recordAction(tx, actor, entry);
  });
}
