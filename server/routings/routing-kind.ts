import { checkRoutingInput, routingExpiryRange } from '../../openapi/rules/routing-rules.ts';
import type { Kind } from '../kinds/kind.ts';

/** QRIS payment routings, which REM alone has (rem-payment-routing). */
export const routingKind: Kind<'routing'> = {
  kind: 'routing',
  createAction: 'createRouting',
  providerOf: () => 'rem',
  checkInput: checkRoutingInput,
  toOrder: (input, reference, now) => ({
    ...input,
    method: 'qris',
    reference,
    expiresAt: input.expiresAt ?? routingExpiryRange(now).defaultAt.toISOString(),
  }),
};
