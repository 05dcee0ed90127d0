import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { countJudged } from './judged.sql.ts';
import { durationSeconds } from './pace.ts';
import type { ResendDeps } from './resend-deps.ts';
import { mostItems } from './resend-order.ts';
import { foundBy, judgeOf } from './target.ts';

type Schemas = components['schemas'];

/**
 * How many callbacks an order with this input would send if it were made now, why it would leave out others, and how long it
 * would take. Throws as createResendOrder.
 */
export async function previewResendOrder(
  { db, accounts, clock }: ResendDeps,
  actor: Actor,
  environment: EnvironmentName,
  body: Schemas['ResendOrderInput'],
): Promise<Schemas['ResendPreview']> {
  const judge = await judgeOf(db, accounts, environment, body);
  const counted = await countJudged(db, foundBy(actor, environment, body, clock()), judge);
  const count = counted.find(({ reason }) => reason === null)?.count ?? 0;
  const skipped = counted.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
  const isTooMany = counted.reduce((all, { count }) => all + count, 0) > mostItems;
  return { count, skipped, isTooMany, durationSeconds: durationSeconds(count, body.perMinute) };
}
