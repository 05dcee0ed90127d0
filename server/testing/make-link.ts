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
