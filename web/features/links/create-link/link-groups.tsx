import { useWatch } from 'react-hook-form';
import { expiryRange } from '../../../../openapi/rules/link-rules.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { UntilGroup } from '../../../create/until-group.tsx';
import { useWords } from '../../../words/words.tsx';
import { AmountGroup } from './amount-group.tsx';
import type { LinkForm } from './link-form.ts';
import { MethodsGroup } from './methods-group.tsx';
import { ProviderGroup } from './provider-group.tsx';
import { WhatGroup } from './what-group.tsx';
import { WhoGroup } from './who-group.tsx';

/** The fields of a link in the order in which finance thinks: what, who, how much, how, until when. */
export function LinkGroups() {
  const { createLink } = useWords();
  const { providers } = useEnvironment();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  return (
    <>
      {providers.length > 1 && <ProviderGroup providers={providers} />}
      <WhatGroup />
      <WhoGroup />
      <AmountGroup />
      <MethodsGroup />
      <UntilGroup label={createLink.lifetime} rangeAt={(now) => expiryRange(provider, now)} />
    </>
  );
}
