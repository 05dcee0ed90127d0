import { channelName } from '../../../../openapi/rules/channels.ts';
import type { Payment } from '../../../api/payments.ts';
import { Time } from '../../../ui/time.tsx';
import { Fact } from '../fact.tsx';
import type { TellFact } from './facts.tsx';
import { PageFact } from './page-fact.tsx';

type Name = 'expires' | 'ended' | 'page' | 'offered' | 'banks' | 'displayName' | 'created';

/** Once it is paid or deleted nobody asks any more until when it could be paid. */
const isOver = ({ status }: Payment) => status === 'paid' || status === 'deleted';

/** What was agreed: until when, where and by what it can be paid, and since when. */
export const termFacts: Record<Name, TellFact> = {
  expires: (scene) => !isOver(scene.payment) && tellEnd(scene),
  ended: (scene) => isOver(scene.payment) && tellEnd(scene),
  page: ({ payment, view }) => <PageFact payment={payment} page={view.page} />,
  offered: ({ payment: { enabledMethods }, words: { common, payment: words }, provider }) => (
    <Fact name={words.facts.offered}>
      {enabledMethods.map((method) => common.methods[method]).join(', ') || words.methodsByProvider(provider)}
    </Fact>
  ),
  banks: ({ payment: { enabledBanks }, words: { payment: words } }) =>
    enabledBanks.length > 0 && <Fact name={words.facts.banks}>{enabledBanks.map(channelName).join(', ')}</Fact>,
  displayName: ({ payment: { displayName }, words: { payment: words } }) =>
    displayName && <Fact name={words.facts.displayName}>{displayName}</Fact>,
  created: ({ payment: { createdAt }, words: { payment: words } }) => (
    <Fact name={words.facts.created}>
      <Time at={createdAt} as="second" zone />
    </Fact>
  ),
};

const tellEnd: TellFact = ({ payment: { status, expiresAt }, words: { payment: words }, now }) => {
  const hasEnded = status === 'expired' || (expiresAt !== null && Date.parse(expiresAt) < now);
  return (
    expiresAt && (
      <Fact name={hasEnded ? words.facts.expired : words.facts.expires}>
        <Time at={expiresAt} zone />
      </Fact>
    )
  );
};
