import type { Db } from '../db/db.ts';
import type { Order } from '../payments/belief.ts';
import { insertPayment } from '../payments/intents.ts';
import { observe } from '../payments/observe.ts';
import type { PaymentKind } from '../payments/payment.ts';
import { type EnvironmentName, type ProviderName, type Statement, silent } from '../payments/statement.ts';

const startMs = Date.parse('2026-11-20T02:00:00.000Z');
let made = 0;

export interface MadeLink {
  environment?: EnvironmentName;
  /** A link, unless it is said to be another kind of payment. */
  kind?: PaymentKind;
  provider?: ProviderName;
  reference?: string;
  order?: Order;
  /** A second after the link made before it, unless given. */
  createdAt?: Date;
  /** What a signed callback said of it; nobody said anything unless given. */
  said?: Partial<Statement>;
}

/** Puts a link into the ledger, through its own doors; gives its id. Ids rise in the order of making. */
export async function makeLink(db: Db, link: MadeLink = {}): Promise<string> {
  made += 1;
  const number = made.toString().padStart(26, '0');
  const id = `pay_${number}`;
  const { environment = 'sandbox', kind = 'link', provider = 'rem', order, said } = link;
  const { reference = `REF${number.slice(-8)}` } = link;
  const createdAt = link.createdAt ?? new Date(startMs + made * 1000);
  await db.tx(async (tx) => {
    await insertPayment(tx, {
      id,
      environment,
      kind,
      provider,
      reference,
      order: { amountIdr: 10_000, ...order },
      createdAt,
      createdBy: null,
      idempotencyKey: null,
      requestDigest: null,
      checkAfter: null,
    });
    const callback = { source: 'callback' as const, isSigned: true, raw: null, deviations: [] };
    if (said) await observe(tx, id, { ...callback, statement: { ...silent, ...said } }, createdAt);
  });
  return id;
}

/**
 * As many open links of REM as there are references, a second after each other, whose provider has named each `id-<reference>`.
 * The first goes through the doors; the others are copies of its rows, for thousands would take a minute.
 */
export async function makeOpenLinks(db: Db, references: readonly string[], createdAt: Date): Promise<void> {
  const [reference = '', ...others] = references;
  const first = await makeLink(db, {
    reference,
    createdAt,
    said: { status: 'open', providerPaymentId: `id-${reference}` },
  });
  await db.query(
    `with copies as (
       insert into payments (id, environment, kind, provider, reference, provider_payment_id, status, amount_idr, request, version,
         created_at, updated_at, called_back_at, sweep_after)
       select 'pay_' || lpad(($3::int + n)::text, 26, '0'), environment, kind, provider, other, 'id-' || other, status, amount_idr,
         request, version, created_at + n * interval '1 second', updated_at + n * interval '1 second',
         called_back_at + n * interval '1 second', sweep_after + n * interval '1 second'
       from payments, unnest($2::text[]) with ordinality as others (other, n) where id = $1
       returning id, provider_payment_id, created_at)
     insert into observations (payment_id, source, observed_at, statement, digest, verdict, is_proven)
     select copies.id, source, copies.created_at, statement || jsonb_build_object('providerPaymentId', copies.provider_payment_id),
       digest, verdict, is_proven from copies, observations where payment_id = $1`,
    [first, others, made],
  );
  made += others.length;
}
