/** The rules of a routing input, the same for browser and server (providers.md A.10). Pure; figures come from the contracts. */
import { routingInputLimits } from '../generated/console-limits.ts';
import { routingLimits } from '../generated/provider-limits.ts';
import { checkInput } from './check-input.ts';
import type { FieldError } from './check-limits.ts';
import { checkExpiry, type ExpiryRange, rangeAhead } from './expiry-rules.ts';

/** Checks what should be a CreateRoutingInput (anything may be passed); no errors means that it may be sent. */
export function checkRoutingInput(input: unknown, now: Date): FieldError[] {
  return checkInput(input, routingInputLimits, ({ expiresAt }, isSound) =>
    isSound('expiresAt') ? checkExpiry(expiresAt, routingExpiryRange(now), now) : [],
  );
}

/** When a routing ends if nothing is chosen, and the earliest and latest end that REM takes. */
export function routingExpiryRange(now: Date): ExpiryRange {
  return rangeAhead(routingLimits.expiry, now);
}
