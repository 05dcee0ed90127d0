import type { PaymentFilter } from './search.ts';
import { isSelective, readWords, type SearchWord } from './search-words.ts';
import { endOfDay, startOfDay } from './wib-day.ts';

/** Adds a parameter to a statement under construction; gives its place, `$1` and so on. */
export type Bind = (value: unknown) => string;

export function bindTo(params: unknown[]): Bind {
  return (value) => {
    params.push(value);
    return `$${params.length}`;
  };
}

export interface Conditions {
  /** Environment, kind and range of creation: what each index begins with. */
  scope: string[];
  /** Filters by listed values, each of them an `and`. */
  listed: Listed[];
  /** One for each word of the query. */
  words: string[];
  /** Whether the trigram index finds one of the words; false when the query is a whole id, which has an index of its own. */
  needsTrigrams: boolean;
}

export interface Listed {
  column: string;
  values: readonly string[];
}

/** The conditions of a search, from the type of each. Throws invalid-request for a day that no calendar has. */
export function conditionsOf(filter: PaymentFilter, bind: Bind): Conditions {
  const { environment, kind, createdFrom, createdTo, q = '' } = filter;
  const words = readWords(q);
  const [id] = words.map(wholeId).filter((found) => found !== null);
  const scope = [`payments.environment = ${bind(environment)}`, `payments.kind = ${bind(kind)}`];
  if (createdFrom) scope.push(`payments.created_at >= ${bind(startOfDay(createdFrom, 'createdFrom'))}::timestamptz`);
  if (createdTo) scope.push(`payments.created_at < ${bind(endOfDay(createdTo, 'createdTo'))}::timestamptz`);
  if (id !== undefined) scope.push(`payments.id = ${bind(id)}`);
  return {
    scope,
    listed: [
      ...listed('status', filter.status),
      ...listed('settlement', filter.settlement),
      ...listed('provider', filter.provider),
      ...listed('method', filter.method),
    ],
    words: words.map((word) => conditionOf(word, bind)),
    needsTrigrams: id === undefined && words.some(isSelective),
  };
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
