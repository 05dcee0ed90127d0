/**
 * The rules of a link input, the same for browser and server: console.yaml's limits (generated), and what JSON Schema
 * cannot say (providers.md A.3, B.5). Pure; figures come from the contracts.
 */
import { linkInputLimits } from '../generated/console-limits.ts';
import { linkExpiryLimits, remMethodLimits } from '../generated/provider-limits.ts';
import { methodNames, type RemBank, type RemMethod, remBanks, remMethods } from './channels.ts';
import { checkLimits, type FieldError, fieldError } from './check-limits.ts';

type Provider = keyof typeof linkInputLimits;

/** So far ahead an end must lie, where the provider has no own minimum: a payer must be able to open the page. */
const shortestLifeMs = 5 * 60_000;

/** Checks what should be a CreateLinkInput (anything may be passed); no errors means that it may be sent. */
export function checkLinkInput(input: unknown, now: Date): FieldError[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return [fieldError('', 'type', 'must be an object')];
  const values: Readonly<Record<string, unknown>> = { ...input };
  const { provider } = values;
  if (provider !== 'rem' && provider !== 'fazz')
    return [fieldError('provider', provider === undefined ? 'required' : 'not_allowed', 'must be rem or fazz')];

  const errors = checkLimits(values, linkInputLimits[provider]);
  const isSound = (field: string) => !errors.some((error) => error.field.split('.')[0] === field);
  if (typeof values.expiresAt === 'string' && isSound('expiresAt'))
    errors.push(...checkExpiry(provider, new Date(values.expiresAt), now));
  if (provider === 'rem' && ['enabledMethods', 'enabledBanks'].every(isSound)) {
    const methods = listOf(remMethods, values.enabledMethods);
    const banks = listOf(remBanks, values.enabledBanks);
    errors.push(...checkMethods(methods, values.enabledBanks !== undefined));
    if (typeof values.amountIdr === 'number' && isSound('amountIdr') && isSound('isOpenAmount'))
      errors.push(...checkPayable(methodsFor(values.amountIdr, methods, banks, values.isOpenAmount === true)));
  }
  return errors;
}

/** When a link ends if nothing is chosen, and the earliest and latest end that may be chosen. */
export function expiryRange(provider: Provider, now: Date): { defaultAt: Date; earliestAt: Date; latestAt: Date } {
  const { minMs, maxMs, defaultMs } = linkExpiryLimits[provider];
  const ahead = (ms: number) => new Date(now.getTime() + ms);
  return { defaultAt: ahead(defaultMs), earliestAt: ahead(minMs ?? shortestLifeMs), latestAt: ahead(maxMs) };
}

/** Whether a REM link can be paid by a method, and if not which limit (rupiah) its amount misses. */
export interface MethodOffer {
  method: RemMethod;
  isOffered: boolean;
  /** Of va: the enabled banks that take the amount. */
  banks: RemBank[];
  missed: { code: 'too_small_for_method' | 'too_large_for_method'; limitIdr: number } | null;
}

/**
 * What REM offers the payer for an amount in rupiah, of the methods and banks that are enabled (all when absent, no bank means all). With
 * an open amount the payer may pay less, so only the minimum counts.
 */
export function methodsFor(
  amountIdr: number,
  enabledMethods: readonly RemMethod[] = remMethods,
  enabledBanks: readonly RemBank[] = remBanks,
  isOpenAmount = false,
): MethodOffer[] {
  const banksMeant = enabledBanks.length === 0 ? remBanks : enabledBanks;
  const payIdr = (maxIdr: number | null) => (isOpenAmount ? Math.min(amountIdr, maxIdr ?? amountIdr) : amountIdr);
  return enabledMethods.map((method) => {
    const limits = remMethodLimits.filter(
      (limit) => limit.method === method && (limit.bank === null || banksMeant.includes(limit.bank)),
    );
    const fitting = limits.filter(
      ({ minIdr, maxIdr }) => payIdr(maxIdr) >= minIdr && payIdr(maxIdr) <= (maxIdr ?? Number.POSITIVE_INFINITY),
    );
    const banks = fitting.flatMap(({ bank }) => (bank === null ? [] : [bank]));
    if (fitting.length > 0) return { method, isOffered: true, banks, missed: null };
    const leastIdr = Math.min(...limits.map(({ minIdr }) => minIdr));
    const mostIdr = Math.max(...limits.map(({ maxIdr }) => maxIdr ?? Number.POSITIVE_INFINITY));
    const missed =
      amountIdr < leastIdr
        ? { code: 'too_small_for_method' as const, limitIdr: leastIdr }
        : { code: 'too_large_for_method' as const, limitIdr: mostIdr };
    return { method, isOffered: false, banks, missed };
  });
}

function checkExpiry(provider: Provider, expiresAt: Date, now: Date): FieldError[] {
  const { earliestAt, latestAt } = expiryRange(provider, now);
  if (expiresAt <= now) return [fieldError('expiresAt', 'in_past', 'lies in the past', now.toISOString())];
  if (expiresAt < earliestAt) return [fieldError('expiresAt', 'too_soon', 'is too soon', earliestAt.toISOString())];
  if (expiresAt > latestAt) return [fieldError('expiresAt', 'too_far', 'is too far ahead', latestAt.toISOString())];
  return [];
}

function checkMethods(methods: readonly RemMethod[], choosesBanks: boolean): FieldError[] {
  if (!methods.includes('va'))
    return choosesBanks ? [fieldError('enabledBanks', 'not_allowed', 'needs the method va', 'va')] : [];
  // Disabling REM's BANK_TRANSFER switches virtual accounts off too, so va alone cannot be had (providers.md A.3).
  if (!methods.includes('bank_transfer'))
    return [fieldError('enabledMethods', 'not_allowed', 'must have bank_transfer when it has va', 'bank_transfer')];
  return [];
}

function checkPayable(offers: readonly MethodOffer[]): FieldError[] {
  const [first, ...others] = offers.flatMap(({ missed, method }) => (missed ? [{ ...missed, method }] : []));
  if (!first || offers.some(({ isOffered }) => isOffered)) return [];
  // The limit that is nearest to the amount: the smallest minimum, the greatest maximum.
  const nearest = others.reduce((best, one) => {
    const isNearer = one.code === 'too_small_for_method' ? one.limitIdr < best.limitIdr : one.limitIdr > best.limitIdr;
    return isNearer ? one : best;
  }, first);
  const bound = nearest.code === 'too_small_for_method' ? 'at least' : 'at most';
  const what = `must be ${bound} ${nearest.limitIdr} for any method that is enabled (${methodNames[nearest.method]})`;
  return [fieldError('amountIdr', nearest.code, what, nearest.limitIdr)];
}

/** The entries of a list that are known words, or all known words when there is no list. */
function listOf<Word extends string>(known: readonly Word[], list: unknown): readonly Word[] {
  return Array.isArray(list) ? known.filter((word) => list.includes(word)) : known;
}
