import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import type { Db } from '../db/db.ts';
import { deliveriesOf } from '../destinations/deliveries-of.ts';
import { listDestinations } from '../destinations/list-destinations.ts';
import { problem } from '../http/problems.ts';
import { actionsFor } from '../kinds/present-for.ts';
import { findPayment } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import { presentPaymentRow } from '../payments/present-payment.ts';
import type { EnvironmentName, Statement } from '../payments/statement.ts';
import type { Accounts } from '../providers/accounts.ts';
import { selectCallback, selectLatestReading, selectStatementBefore, type WholeCallback } from './callback.sql.ts';
import { presentCallbackRow } from './callback-row.ts';
import { differencesOf } from './differences.ts';

type Schemas = components['schemas'];
type State = Schemas['ActionState'];

export interface GetCallbackDeps {
  db: Db;
  accounts: Accounts;
}

export interface CallbackRequest {
  environment: EnvironmentName;
  /** Digits. */
  callbackId: string;
}

/**
 * One callback: what arrived, what we read from it, how it differs from what was said before, and where it was sent on. The
 * body is for people who may read contacts. Throws not-found.
 */
export async function getCallback(
  deps: GetCallbackDeps,
  actor: Actor,
  { environment, callbackId }: CallbackRequest,
): Promise<Schemas['Callback']> {
  const { db } = deps;
  const callback = await selectCallback(db, environment, callbackId);
  if (!callback) throw noSuchCallback();
  const { paymentId, sourceAddress, headers, parkedDetail, reason, deviations } = callback;
  const payment = paymentId === null ? null : await findPayment(db, environment, null, paymentId);
  const showsContacts = may(actor.role, 'contacts.read', environment);
  const text = textOf(callback.body);
  return {
    ...presentCallbackRow(callback),
    // Words of the message may be in it.
    parkedDetail: showsContacts ? parkedDetail : null,
    sourceAddress,
    headers,
    body: showsContacts ? (text ?? Buffer.from(callback.body).toString('base64')) : null,
    bodyEncoding: text === null ? 'base64' : 'utf8',
    reason,
    deviations,
    ...(await comparison(deps, environment, callback, !showsContacts)),
    payment: payment && presentPaymentRow(payment),
    deliveries: await deliveriesOf(db, actor, { environment, callbackId: callback.id }),
    actions: await actionsOf(deps, actor, environment, { callback, payment }),
  };
}

export const noSuchCallback = () => problem('not-found', { detail: 'This environment has no callback with that id.' });

/** The body where its bytes are text, with the mark in front if there is one; null where they are not. */
function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

/** What it says beside what others say, and when they said it. */
async function comparison(
  { db, accounts }: GetCallbackDeps,
  environment: EnvironmentName,
  { paymentId, observationId, statement, provider, body }: WholeCallback,
  masksContacts: boolean,
): Promise<Pick<Schemas['Callback'], 'differences' | 'beforeAt' | 'providerReadAt'>> {
  if (statement !== null && paymentId !== null && observationId !== null) {
    const before = await selectStatementBefore(db, paymentId, observationId);
    const reading = await selectLatestReading(db, paymentId);
    const others = { before: before?.statement ?? null, provider: reading?.statement ?? null };
    return {
      differences: differencesOf(statement, { ...others, masksContacts }),
      beforeAt: before?.at.toISOString() ?? null,
      providerReadAt: reading?.at.toISOString() ?? null,
    };
  }
  const said: Statement | null = readAgain(accounts, environment, provider, body);
  const alone = { before: null, provider: null, masksContacts };
  return { differences: said === null ? [] : differencesOf(said, alone), beforeAt: null, providerReadAt: null };
}

/** What is parked or waits is in no ledger; what it says can be read all the same, if it can be read at all. */
function readAgain(
  accounts: Accounts,
  environment: EnvironmentName,
  provider: WholeCallback['provider'],
  body: Uint8Array,
): Statement | null {
  const reading = accounts.get(environment, provider)?.readCallback(body);
  return reading?.kind === 'statement' ? reading.statement : null;
}

async function actionsOf(
  deps: GetCallbackDeps,
  actor: Actor,
  environment: EnvironmentName,
  { callback, payment }: { callback: WholeCallback; payment: Payment | null },
): Promise<Schemas['Callback']['actions']> {
  const unless = (permission: Schemas['Permission'], reason: State['reason']): State => {
    const first = may(actor.role, permission, environment) ? reason : 'no_permission';
    return { allowed: first === null, reason: first };
  };
  const { items } = await listDestinations(deps, actor, environment);
  const hasDestination = items.some(({ state }) => state === 'active');
  return {
    process: unless('callbacks.process', callback.state === 'parked' ? null : 'not_parked'),
    deliver: unless('callbacks.deliver', hasDestination ? null : 'no_destination'),
    resend: payment
      ? actionsFor(deps, actor, payment).resendCallback
      : unless('payments.resend-callback', 'no_payment'),
  };
}
