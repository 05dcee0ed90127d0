import type { Bind } from '../db/bind-to.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { CallbackFields } from './callback-row.ts';

/** Which callbacks: all of an environment, narrowed by what is given. Lists are not empty. */
export interface CallbackConditions {
  environment: EnvironmentName;
  providers: readonly ProviderName[];
  receivedFrom: Date | null;
  /** Not included. */
  receivedBefore: Date | null;
  paymentId: string | null;
  kinds: readonly string[] | null;
  says: readonly string[] | null;
  verdicts: readonly string[] | null;
  states: readonly string[] | null;
  deliveries: readonly CallbackFields['delivery'][] | null;
  /** Deliveries to it alone count. */
  destinationId: string | null;
  words: readonly WordCondition[];
}

/** One word of the search: substrings of the search text, in lower case, one of which is to be found. */
export interface WordCondition {
  anyOf: readonly string[];
  /** Only in the names of the payment, not in the rest of the body. */
  inNamesOnly: boolean;
}

export const hasFailed = `(deliveries.state = 'given_up' or deliveries.state = 'waiting' and deliveries.tries > 0)`;
export const deliveredTo = `from deliveries where deliveries.callback_id = callbacks.id`;
export const verdict = `(select verdict from observations where observations.callback_id = callbacks.id limit 1)`;

/** Where and when they arrived. */
export function arrivalOf({ environment, receivedFrom, receivedBefore }: CallbackConditions, bind: Bind): string[] {
  return [
    `callbacks.environment = ${bind(environment)}`,
    ...(receivedFrom ? [`callbacks.received_at >= ${bind(receivedFrom)}::timestamptz`] : []),
    ...(receivedBefore ? [`callbacks.received_at < ${bind(receivedBefore)}::timestamptz`] : []),
  ];
}

/**
 * What else they have to be. Near, each callback is looked at by itself; far, what few have is asked for as a whole, so that its
 * index gives them.
 */
export function conditionsOf(search: CallbackConditions, bind: Bind, { isNear }: { isNear: boolean }): string[] {
  const { paymentId, kinds, says, verdicts, states, words } = search;
  const isOneOf = (column: string, values: readonly string[] | null) =>
    values === null ? [] : [`callbacks.${column} = any(${bind(values)}::text[])`];
  return [
    ...(paymentId === null ? [] : [`callbacks.payment_id = ${bind(paymentId)}`]),
    ...isOneOf('kind', kinds),
    ...(says === null ? [] : saysConditions(says, bind)),
    ...isOneOf('state', states),
    ...(verdicts === null
      ? []
      : [
          isNear
            ? `${verdict} = any(${bind(verdicts)}::text[])`
            : `callbacks.id in (select callback_id from observations where callback_id is not null
                and observations.verdict = any(${bind(verdicts)}::text[]))`,
        ]),
    ...deliveryConditions(search, bind),
    ...words.map((word) => wordCondition(word, bind)),
  ];
}

/** How far it is sent on, over all destinations or to one; written so that the few which are not delivered are found by their index. */
function deliveryConditions({ deliveries, destinationId }: CallbackConditions, bind: Bind): string[] {
  if (deliveries === null && destinationId === null) return [];
  const toIt = destinationId === null ? '' : `and deliveries.destination_id = ${bind(destinationId)}`;
  const isSent = `exists (select 1 ${deliveredTo} ${toIt})`;
  if (deliveries === null) return [isSent];
  const open = `select callback_id from deliveries where state <> 'delivered' ${toIt}`;
  const failing = `${open} and ${hasFailed}`;
  const conditions: Record<CallbackFields['delivery'], string> = {
    none: `not ${isSent}`,
    failing: `callbacks.id in (${failing})`,
    waiting: `(callbacks.id in (${open}) and callbacks.id not in (${failing}))`,
    delivered: `(${isSent} and callbacks.id not in (${open}))`,
  };
  return [`(${deliveries.map((state) => conditions[state]).join(' or ')})`];
}

/** By the index of statuses, to which settled is paid; then by the settlement, where only one of the two is asked for. */
function saysConditions(says: readonly string[], bind: Bind): string[] {
  const statuses = new Set(says.map((said) => (said === 'settled' ? 'paid' : said)));
  const isStated = `callbacks.status = any(${bind([...statuses])}::text[])`;
  if (says.includes('settled') === says.includes('paid')) return [isStated];
  const isSettled = `callbacks.settlement is not distinct from 'settled'`;
  return [isStated, says.includes('settled') ? `(callbacks.status <> 'paid' or ${isSettled})` : `not (${isSettled})`];
}

function wordCondition({ anyOf, inNamesOnly }: WordCondition, bind: Bind): string {
  const alternatives = anyOf.map((text) => {
    const pattern = bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    const inText = `callbacks.search_text like ${pattern}`;
    const names = `lower(concat_ws(' ', callbacks.payment_id, callbacks.reference, callbacks.provider_payment_id))`;
    return inNamesOnly ? `(${inText} and ${names} like ${pattern})` : inText;
  });
  return `(${alternatives.join(' or ')})`;
}
