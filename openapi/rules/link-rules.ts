/**
 * The rules of a link input, the same for browser and server: console.yaml's limits (generated), and what JSON Schema
 * cannot say (providers.md A.3, B.5). Pure; figures come from the contracts.
 */
import { linkInputLimits } from '../generated/console-limits.ts';
import { linkExpiryLimits, remMethodLimits } from '../generated/provider-limits.ts';
import { methodNames, type RemBank, type RemMethod, remBanks, remMethods } from './channels.ts';
import { checkVariants, type Values } from './check-input.ts';
import { type FieldError, fieldError } from './check-limits.ts';
import { checkExpiry, type ExpiryRange, rangeAhead } from './expiry-rules.ts';

type Provider = keyof typeof linkInputLimits;

/** Checks what should be a CreateLinkInput (anything may be passed); no errors means that it may be sent. */
export function checkLinkInput(input: unknown, now: Date): FieldError[] {
  return checkVariants(input, 'provider', linkInputLimits, (provider) => (values, isSound) => [
    ...(isSound('expiresAt') ? checkExpiry(values.expiresAt, expiryRange(provider, now), now) : []),
    ...(provider === 'rem' && ['enabledMethods', 'enabledBanks'].every(isSound)
      ? checkRemMethods(values, isSound)
      : []),
  ]);
}

/** When a link ends if nothing is chosen, and the earliest and latest end that may be chosen. */
export function expiryRange(provider: Provider, now: Date): ExpiryRange {
  return rangeAhead(linkExpiryLimits[provider], now);
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

function checkRemMethods(values: Values, isSound: (field: string) => boolean): FieldError[] {
  const methods = listOf(remMethods, values.enabledMethods);
  const errors = checkMethods(methods, values.enabledBanks !== undefined);
  if (typeof values.amountIdr !== 'number' || !isSound('amountIdr') || !isSound('isOpenAmount')) return errors;
  const banks = listOf(remBanks, values.enabledBanks);
  return [...errors, ...checkPayable(methodsFor(values.amountIdr, methods, banks, values.isOpenAmount === true))];
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
