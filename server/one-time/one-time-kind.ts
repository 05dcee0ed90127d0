import { checkOneTimeInput, oneTimeExpiryRange } from '../../openapi/rules/one-time-rules.ts';
import type { Kind } from '../kinds/kind.ts';

/** One-time payments by one method, which Fazz alone has (fazz-one-time-payment). */
export const oneTimeKind: Kind<'one-time'> = {
  kind: 'one-time',
  createAction: 'createOneTimePayment',
  providerOf: () => 'fazz',
  checkInput: checkOneTimeInput,
  toOrder: (input, reference, now) => ({
    ...input,
    reference,
    expiresAt: input.expiresAt ?? oneTimeExpiryRange(input.method, now).defaultAt.toISOString(),
  }),
};
