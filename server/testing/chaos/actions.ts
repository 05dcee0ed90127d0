import fc from 'fast-check';

/** What is ordered: all kinds of payment, at both providers, with every method of a one-time payment. */
export const goods = ['REM link', 'Fazz link', 'QRIS routing', 'va', 'retail_outlet', 'qris', 'ewallet'] as const;
export type Good = (typeof goods)[number];

/** What the customer does, or time, at the provider. */
export type CustomerDeed = 'choose' | 'process' | 'pay' | 'pay late' | 'fail' | 'expire' | 'settle';
/** What staff does to a payment. */
export type StaffDeed = 'refresh' | 'delete' | 'resend callback' | 'simulate payment' | 'simulate settlement';

/** Orders are known by their number, from 0 over all rounds. */
export type StaffAction =
  | { do: 'create'; order: number; good: Good; isSentTwice: boolean; replica: number }
  | { do: StaffDeed; order: number; replica: number }
  | { do: 'look'; replica: number };
export type CustomerAction = { do: CustomerDeed; order: number };
export type Action = StaffAction | CustomerAction;

export const isOfStaff = (action: Action): action is StaffAction => 'replica' in action;

/** An action before its order has a number: so many before the next one. */
export type ActionDraft =
  | Omit<Extract<StaffAction, { do: 'create' }>, 'order'>
  | { do: CustomerDeed; ordersBack: number }
  | { do: StaffDeed; ordersBack: number; replica: number }
  | Extract<StaffAction, { do: 'look' }>;

/** Most of what happens happens to what was ordered lately; some to what is a day old. */
const ordersBack = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 120 }) },
);

export function actionDrafts(replica: fc.Arbitrary<number>): fc.Arbitrary<ActionDraft> {
  const byCustomer = (weight: number, ...deeds: CustomerDeed[]) => ({
    weight,
    arbitrary: fc.record({ do: fc.constantFrom(...deeds), ordersBack }),
  });
  const byStaff = (weight: number, ...deeds: StaffDeed[]) => ({
    weight,
    arbitrary: fc.record({ do: fc.constantFrom(...deeds), ordersBack, replica }),
  });
  const create = fc.record({
    do: fc.constant<'create'>('create'),
    good: fc.constantFrom(...goods),
    isSentTwice: fc.nat(4).map((one) => one === 0),
    replica,
  });
  return fc.oneof(
    { weight: 8, arbitrary: create },
    byCustomer(8, 'pay'),
    byCustomer(3, 'choose', 'process', 'settle'),
    byCustomer(2, 'fail', 'expire', 'pay late'),
    byStaff(2, 'refresh'),
    byStaff(2, 'simulate payment', 'simulate settlement'),
    byStaff(3, 'delete'),
    byStaff(2, 'resend callback'),
    { weight: 2, arbitrary: fc.record({ do: fc.constant<'look'>('look'), replica }) },
  );
}

/** An amount of its own for each order: by it the order is found wherever it is, under whatever reference. */
export const amountOf = (order: number): number => 50_000 + order;
export const orderOf = ({ order }: { order: { amountIdr: number } }): number => order.amountIdr - amountOf(0);
