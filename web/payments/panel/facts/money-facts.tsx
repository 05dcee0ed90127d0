import { channelName } from '../../../../openapi/rules/channels.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { Time } from '../../../ui/time.tsx';
import { payStateOf } from '../../share/pay-state.ts';
import { describeMethod } from '../describe-method.ts';
import { explainPaid } from '../describe-paid.ts';
import { Fact } from '../fact.tsx';
import type { TellFact } from './facts.tsx';

type Name =
  | 'method'
  | 'channel'
  | 'asked'
  | 'received'
  | 'paidAmount'
  | 'paidAt'
  | 'settlement'
  | 'providerFee'
  | 'net'
  | 'feePayer'
  | 'openAmount';

/** How much was asked and paid, how, when, and what of it reaches us. */
export const moneyFacts: Record<Name, TellFact> = {
  method: ({ payment: { method, channel }, words }) =>
    method && <Fact name={words.payment.facts.method}>{describeMethod(words, method, channel)}</Fact>,
  channel: ({ payment: { channel }, words: { payment: words } }) =>
    channel && <Fact name={words.facts.channel}>{channelName(channel)}</Fact>,
  asked: ({ payment: { amountIdr }, words: { payment: words } }) => (
    <Fact name={words.facts.asked}>{formatAmountIdr(amountIdr)}</Fact>
  ),
  received: ({ payment, words }) =>
    (payment.paidAmountIdr !== null || payStateOf(payment, null) === 'payable') && (
      <Fact name={words.payment.facts.received} aside={explainPaid(words, payment)}>
        {payment.paidAmountIdr === null ? words.payment.nothingReceived : formatAmountIdr(payment.paidAmountIdr)}
      </Fact>
    ),
  paidAmount: ({ payment, words }) =>
    payment.paidAmountIdr !== null && (
      <Fact name={words.payment.facts.paidAmount} aside={explainPaid(words, payment)}>
        {formatAmountIdr(payment.paidAmountIdr)}
      </Fact>
    ),
  paidAt: ({ payment: { paidAt }, words: { payment: words } }) =>
    paidAt && (
      <Fact name={words.facts.paidAt}>
        <Time at={paidAt} as="second" zone />
      </Fact>
    ),
  settlement: ({ payment: { settlement, settledAt, settlesAt }, words: { payment: words } }) => {
    const at = settlement === 'settled' ? settledAt : settlesAt;
    return (
      at && (
        <Fact name={settlement === 'settled' ? words.facts.settled : words.facts.settles}>
          <Time at={at} zone />
        </Fact>
      )
    );
  },
  providerFee: ({ payment: { feeIdr }, words: { payment: words }, provider }) => (
    <Fact name={words.facts.providerFee(provider)}>
      {feeIdr === null ? words.feeUnknown(provider) : formatAmountIdr(feeIdr)}
    </Fact>
  ),
  net: ({ payment: { netAmountIdr }, words: { payment: words } }) =>
    netAmountIdr !== null && <Fact name={words.facts.net}>{formatAmountIdr(netAmountIdr)}</Fact>,
  feePayer: ({ payment: { includeAdminFee }, words: { payment: words } }) => (
    <Fact name={words.facts.fee}>{includeAdminFee ? words.feeByPayer : words.feeByUs}</Fact>
  ),
  openAmount: ({ payment: { isOpenAmount, amountIdr }, words: { payment: words } }) =>
    isOpenAmount && <Fact name={words.facts.amount}>{words.openAmount(formatAmountIdr(amountIdr))}</Fact>,
};
