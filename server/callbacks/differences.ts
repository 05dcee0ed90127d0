import type { components } from '../../openapi/generated/console.ts';
import { maskChange } from '../payments/mask-contact.ts';
import type { Statement } from '../payments/statement.ts';

type Difference = components['schemas']['CallbackDifference'];
type Value = Difference['said'];

/** Rules for the ledger rather than words of the provider. */
const unlisted: ReadonlySet<string> = new Set(['isFinal', 'isAbsent']);

/**
 * Field by field what a callback says, beside the callback before it and what was last read at the provider; also fields that
 * only these have, because what a callback leaves out may be what is wrong with it. Contacts are masked for people who may not
 * read them.
 */
export function differencesOf(
  said: Statement,
  { before, provider, masksContacts }: { before: Statement | null; provider: Statement | null; masksContacts: boolean },
): Difference[] {
  const fields = Object.keys(said) as (keyof Statement)[];
  return fields
    .filter((field) => !unlisted.has(field))
    .map((field) => ({
      field,
      said: plain(said[field]),
      before: plain(before?.[field]),
      provider: plain(provider?.[field]),
    }))
    .filter(({ said, before, provider }) => said !== null || before !== null || provider !== null)
    .map((difference) => (masksContacts ? masked(difference) : difference));
}

function masked({ field, said, before, provider }: Difference): Difference {
  const mask = (value: Value) => maskChange({ field, from: value, to: null }).from;
  return { field, said: mask(said), before: mask(before), provider: mask(provider) };
}

function plain(value: Statement[keyof Statement] | undefined): Value {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? Object.values(value).filter(Boolean).join(': ') : value;
}
