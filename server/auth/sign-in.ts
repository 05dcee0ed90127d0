import { recordAction } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import { isRightPassword } from './passwords.ts';
import type { Session, Sessions } from './sessions.ts';
import { findStaffToSignIn } from './sign-in.sql.ts';
import { beginAttempt } from './throttle.ts';

export interface SignInDeps {
  db: Db;
  clock: () => Date;
  sessions: Sessions;
}

export interface SignInRequest {
  email: string;
  password: string;
  sourceAddress: string;
  /** The session that this browser had before: it ends, so that a token known from before is worth nothing. */
  previousToken: string | null;
  requestId: string;
}

/**
 * A new session for a person who knows the password.
 * @throws wrong-credentials, alike for an unknown address, a disabled account and a wrong password; too-many-attempts
 */
export async function signIn(
  deps: SignInDeps,
  { email, password, sourceAddress, previousToken, requestId }: SignInRequest,
): Promise<{ token: string; session: Session }> {
  const address = email.trim();
  const attempt = await beginAttempt(deps, { email: address, sourceAddress });
  const staff = await findStaffToSignIn(deps.db, address);
  const isRight = await isRightPassword(staff?.passwordHash ?? null, password);
  if (staff === null || !isRight) {
    throw problem('wrong-credentials', { detail: 'No account has this e-mail address and this password.' });
  }
  return deps.db.tx(async (tx) => {
    await attempt.succeeded(tx);
    if (previousToken !== null) await deps.sessions.end(tx, previousToken);
    const started = await deps.sessions.start(tx, staff.staffId);
    const { staffId, name, role } = started.session;
    const entry = { action: 'signIn', environment: null, paymentId: null, outcome: 'done', at: deps.clock() } as const;
    await recordAction(tx, { staffId, name, role, requestId }, entry);
    return started;
  });
}
