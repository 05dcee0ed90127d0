import { checkLinkInput, expiryRange } from '../../openapi/rules/link-rules.ts';
import type { Kind } from '../kinds/kind.ts';

/** Payment links: a hosted page, at REM or Fazz. */
export const linkKind: Kind<'link'> = {
  kind: 'link',
  createAction: 'createLink',
  providerOf: ({ provider }) => provider,
  checkInput: checkLinkInput,
  toOrder: (input, reference, now) => ({
    ...input,
    reference,
    expiresAt: input.expiresAt ?? expiryRange(input.provider, now).defaultAt.toISOString(),
  }),
};
