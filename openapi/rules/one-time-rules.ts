/**
 * The rules of a one-time payment's input, the same for browser and server: console.yaml's limits (generated), and what
 * differs by method and channel (providers.md B.3, B.5). Pure; figures come from the contracts.
 */
import { oneTimeInputLimits } from '../generated/console-limits.ts';
import { oneTimeLimits } from '../generated/provider-limits.ts';
import type { OneTimeMethod } from './channels.ts';
import { checkVariants, type Values } from './check-input.ts';
import { type FieldError, fieldError } from './check-limits.ts';
import { checkExpiry, type ExpiryRange, rangeAhead } from './expiry-rules.ts';

/**
 * The life of a payment where Fazz's documents name none. An e-wallet's lies inside its single hour, not at its end, so that clocks that
 * differ by seconds do not matter; the longest life is that of a virtual account, the only one that is known.
 */
const unknownLife = {
  walletMs: 30 * 60_000,
  longestMs: Math.max(...oneTimeLimits.map(({ expiry }) => expiry.maxMs ?? 0)),
};

/** Checks what should be a CreateOneTimePaymentInput (anything may be passed); no errors means that it may be sent. */
export function checkOneTimeInput(input: unknown, now: Date): FieldError[] {
  return checkVariants(input, 'method', oneTimeInputLimits, (method) => (values, isSound) => [
    ...(isSound('expiresAt') ? checkExpiry(values.expiresAt, oneTimeExpiryRange(method, now), now) : []),
    ...(isSound('amountIdr') && isSound('channel') ? checkAmount(method, values) : []),
  ]);
}

/** When a payment by a method ends if nothing is chosen, and the earliest and latest end that may be chosen. */
export function oneTimeExpiryRange(method: OneTimeMethod, now: Date): ExpiryRange {
  const [limits] = limitsOf(method);
  const { minMs = null, maxMs = null, defaultMs = null } = limits?.expiry ?? {};
  const expiry = { minMs, maxMs: maxMs ?? unknownLife.longestMs, defaultMs: defaultMs ?? unknownLife.walletMs };
  return rangeAhead(expiry, now);
}

/** The amounts in rupiah that Fazz takes by a method at one of its channels, or at any of them when none is given. */
export function amountRange(method: OneTimeMethod, channel?: string): { minIdr: number; maxIdr: number } {
  const limits = limitsOf(method, channel);
  return {
    minIdr: Math.min(...limits.map(({ minIdr }) => minIdr)),
    maxIdr: Math.max(...limits.map(({ maxIdr }) => maxIdr)),
  };
}

/** The limits of a method; of one channel, when channels differ in them. */
function limitsOf(method: OneTimeMethod, channel?: string) {
  const ofMethod = oneTimeLimits.filter((limit) => limit.method === method);
  const ofChannel = ofMethod.filter((limit) => limit.channel === channel);
  return ofChannel.length > 0 ? ofChannel : ofMethod;
}

function checkAmount(method: OneTimeMethod, { amountIdr, channel }: Values): FieldError[] {
  if (typeof amountIdr !== 'number') return [];
  const { minIdr, maxIdr } = amountRange(method, typeof channel === 'string' ? channel : undefined);
  if (amountIdr < minIdr)
    return [fieldError('amountIdr', 'too_small_for_method', `must be at least ${minIdr} here`, minIdr)];
  if (amountIdr > maxIdr)
    return [fieldError('amountIdr', 'too_large_for_method', `must be at most ${maxIdr} here`, maxIdr)];
  return [];
}
