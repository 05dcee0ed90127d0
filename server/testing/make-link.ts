import type { Db } from '../db/db.ts';
import type { Order } from '../payments/belief.ts';
import { observe } from '../payments/observe.ts';
import { insertPayment } from '../payments/open-intent.ts';
import { type EnvironmentName, type ProviderName, type Statement, silent } from '../payments/statement.ts';

const startMs = Date.parse('2026-11-20T02:00:00.000Z');
let made = 0;

export interface MadeLink {
  environment?: EnvironmentName;
  provider?: ProviderName;
  reference?: string;
  order?: Order;
  /** A second after the link made before it, unless given. */
  createdAt?: Date;
  /** What a callback said of it; nobody said anything unless given. */
  said?: Partial<Statement>;
}

/** Puts a link into the ledger, through its own doors; gives its id. Ids rise in the order of making. */
export async function makeLink(db: Db, link: MadeLink = {}): Promise<string> {
  made += 1;
  const number = made.toString().padStart(26, '0');
  const id = `pay_${number}`;
  const { environment = 'sandbox', provider = 'rem', reference = `REF${number.slice(-8)}`, order, said } = link;
  const createdAt = link.createdAt ?? new Date(startMs + made * 1000);
  await db.tx(async (tx) => {
    await insertPayment(tx, {
      id,
      environment,
      kind: 'link',
      provider,
      reference,
      order: { amountIdr: 10_000, ...order },
      createdAt,
      createdBy: null,
      idempotencyKey: null,
      requestDigest: null,
      checkAfter: null,
    });
    const observation = { source: 'callback' as const, statement: { ...silent, ...said }, raw: null, deviations: [] };
    if (said) await observe(tx, id, observation, createdAt);
  });
  return id;
}
