import { Copyable } from '../../../ui/copyable.tsx';
import { describeKnownFrom } from '../describe-paid.ts';
import { Fact } from '../fact.tsx';
import styles from '../payment-facts.module.css';
import type { TellFact } from './facts.tsx';

type Name =
  | 'reference'
  | 'providerPaymentId'
  | 'receiptNumber'
  | 'txRefNumber'
  | 'partnerUserId'
  | 'accountNumber'
  | 'paymentCode'
  | 'knownFrom'
  | 'origin'
  | 'providerStatus';

/** The numbers to find a payment by, and how we know of it. */
export const identityFacts: Record<Name, TellFact> = {
  knownFrom: ({ payment: { knownFrom }, words, now }) =>
    knownFrom && <Fact name={words.payment.facts.knownFrom}>{describeKnownFrom(words, knownFrom, now)}</Fact>,
  reference: ({ payment: { reference }, words: { payment: words } }) => (
    <Fact name={words.facts.reference}>
      <Copyable value={reference} what={words.copyWhat.reference} />
    </Fact>
  ),
  providerPaymentId: ({ payment: { kind, providerPaymentId }, words }) =>
    providerPaymentId && (
      <Fact name={words.kinds[kind].providerPaymentId}>
        <Copyable value={providerPaymentId} what={words.payment.copyWhat.providerPaymentId} />
      </Fact>
    ),
  receiptNumber: ({ payment: { paymentReferenceNumber }, words: { payment: words } }) =>
    paymentReferenceNumber && (
      <Fact name={words.facts.receiptNumber}>
        <Copyable value={paymentReferenceNumber} what={words.copyWhat.receiptNumber} />
      </Fact>
    ),
  txRefNumber: ({ payment: { txRefNumber }, words: { payment: words }, provider }) =>
    txRefNumber && (
      <Fact name={words.facts.txRefNumber(provider)}>
        <Copyable value={txRefNumber} what={words.copyWhat.txRefNumber} />
      </Fact>
    ),
  partnerUserId: ({ payment: { partnerUserId }, words: { payment: words } }) =>
    partnerUserId && (
      <Fact name={words.facts.partnerUserId}>
        <Copyable value={partnerUserId} what={words.copyWhat.partnerUserId} />
      </Fact>
    ),
  accountNumber: ({ payment: { accountNumber }, words: { payment: words } }) =>
    accountNumber && (
      <Fact name={words.facts.accountNumber}>
        <Copyable value={accountNumber} what={words.copyWhat.accountNumber} />
      </Fact>
    ),
  paymentCode: ({ payment: { paymentCode }, words: { payment: words } }) =>
    paymentCode && (
      <Fact name={words.facts.paymentCode}>
        <Copyable value={paymentCode} what={words.copyWhat.paymentCode} />
      </Fact>
    ),
  origin: ({ payment: { imported }, words: { payment: words }, provider }) =>
    imported && <Fact name={words.facts.origin}>{words.imported(provider)}</Fact>,
  providerStatus: ({ payment: { providerStatus }, words: { payment: words }, provider }) =>
    providerStatus && (
      <Fact name={words.facts.providerStatus(provider)}>
        <span className={styles.code}>{providerStatus}</span>
      </Fact>
    ),
};
