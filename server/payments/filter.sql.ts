import type { Bind } from '../db/bind-to.ts';
import type { PaymentKind } from './payment.ts';
import type { Attention, PaymentFilter } from './search.ts';
import { isSelective, readWords, type SearchWord } from './search-words.ts';
import { endOfDay, startOfDay } from './wib-day.ts';

export interface Conditions {
  /** Environment and range of creation: what each index begins with, together with one kind. */
  scope: string[];
  kinds: Listed;
  /** Filters by listed values, each of them an `and`. */
  listed: Listed[];
  /** What few rows satisfy, each with an index of its own: days of payment or settlement, and what needs attention. */
  sparse: string[];
  /** One for each word of the query. */
  words: string[];
  /** Whether the trigram index finds one of the words; false when the query is a whole id, which has an index of its own. */
  needsTrigrams: boolean;
}

export interface Listed {
  column: string;
  values: readonly string[];
}

const allKinds: readonly PaymentKind[] = ['link', 'routing', 'one-time'];

/** The conditions of a search at an instant, from the type of each. Throws invalid-request for a day that no calendar has. */
export function conditionsOf(filter: PaymentFilter, now: Date, bind: Bind): Conditions {
  const { environment, kinds, createdFrom, createdTo, paidFrom, paidTo, settlesFrom, settlesTo, q = '' } = filter;
  const words = readWords(q);
  const [id] = words.map(wholeId).filter((found) => found !== null);
  const scope = [`payments.environment = ${bind(environment)}`];
  scope.push(...within('created_at', { createdFrom, createdTo }, bind));
  if (id !== undefined) scope.push(`payments.id = ${bind(id)}`);
  return {
    scope,
    kinds: listed('kind', kinds)[0] ?? { column: 'kind', values: allKinds },
    listed: [
      ...listed('status', filter.status),
      ...listed('settlement', filter.settlement),
      ...listed('provider', filter.provider),
      ...listed('method', filter.method),
    ],
    sparse: [
      ...within('counts_at', { paidFrom, paidTo }, bind),
      ...within('settles_at', { settlesFrom, settlesTo }, bind),
      ...(filter.missing ?? []).map((name) => missing[name]),
      ...needing(filter.attention, now, bind),
    ],
    words: words.map((word) => conditionOf(word, bind)),
    needsTrigrams: id === undefined && words.some(isSelective),
  };
}

/** Everything that a row has to satisfy, for a statement that needs no order. */
export function allOf({ scope, kinds, listed, sparse, words }: Conditions, bind: Bind): string {
  return [...scope, ...[kinds, ...listed].map((one) => isListed(one, bind)), ...sparse, ...words].join(' and ');
}

/** Days in WIB, by the names of their filters, of which the first ends in From and the second in To. */
function within(column: string, days: Record<string, string | undefined>, bind: Bind): string[] {
  return Object.entries(days).flatMap(([field, day]) => {
    if (day === undefined) return [];
    const bound = field.endsWith('From')
      ? `>= ${bind(startOfDay(day, field))}::timestamptz`
      : `< ${bind(endOfDay(day, field))}::timestamptz`;
    return [`payments.${column} ${bound}`];
  });
}

const missing = { method: 'payments.method is null', settlesAt: 'payments.settles_at is null' } as const;

/** How long a provider may take before its silence needs a person (openapi/console.yaml, Attention). */
const patienceMs = 60_000;
/** A claim is decided within a minute when its provider can be asked; so long an outage may take before a person has to know. */
const claimPatienceMs = 60 * 60_000;

/** Written so that the partial index of each is seen to hold all rows (0003-kinds.sql, 0012-unconfirmed-claims.sql). */
function needing(attention: Attention | undefined, now: Date, bind: Bind): string[] {
  if (attention === undefined) return [];
  if (attention === 'contradicted') return ['payments.contradicted_at is not null'];
  const longBefore = (ms: number) => `${bind(new Date(now.getTime() - ms))}::timestamptz`;
  if (attention === 'unconfirmed') return [`payments.claimed_at <= ${longBefore(claimPatienceMs)}`];
  const since = longBefore(patienceMs);
  if (attention === 'outcome_unknown')
    return [
      `(payments.status = 'creating' or payments.deleting_since is not null)`,
      `coalesce(payments.deleting_since, payments.created_at) <= ${since}`,
    ];
  return [
    `payments.simulated_at <= ${since}`,
    `(payments.called_back_at is null or payments.called_back_at < payments.simulated_at)`,
  ];
}

/** A condition that needs no more than its values; one value is written so that an index can give its rows sorted. */
export function isListed({ column, values }: Listed, bind: Bind): string {
  const [first, ...others] = values;
  return others.length === 0
    ? `payments.${column} = ${bind(first)}`
    : `payments.${column} = any(${bind(values)}::text[])`;
}

function listed(column: string, values: readonly string[] = []): Listed[] {
  const distinct = [...new Set(values)];
  return distinct.length === 0 ? [] : [{ column, values: distinct }];
}

function wholeId({ contains }: SearchWord): string | null {
  const id = contains[0]?.toLowerCase() ?? '';
  return /^pay_[0-9a-z]{26}$/.test(id) ? id : null;
}

/**
 * search_text ends in both amounts, each after a space, and all its parts stand between spaces: so whole amounts and
 * receipts are looked for in it too, and the trigram index serves every alternative.
 */
function conditionOf({ contains, amounts, receipt }: SearchWord, bind: Bind): string {
  const like = (pattern: string) => `payments.search_text like lower(${bind(pattern)})`;
  const alternatives = [
    ...contains.map((text) => like(`%${escapeLike(text)}%`)),
    ...amounts.flatMap((amount) => [like(`% ${amount} %`), like(`% ${amount}`)]),
  ];
  if (receipt !== null) {
    const equals = `lower(payments.payment_reference_number) = lower(${bind(receipt)})`;
    alternatives.push(`(${like(`% ${escapeLike(receipt)} %`)} and ${equals})`);
  }
  return `(${alternatives.join(' or ')})`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
