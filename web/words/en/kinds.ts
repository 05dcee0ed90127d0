import type { components } from '../../../openapi/generated/console.ts';

type Kind = components['schemas']['PaymentKind'];

interface KindWords {
  /** In the list of all kinds. */
  name: string;
  /** Where there is little room. */
  short: string;
  /** What it is, where one chooses what to create. */
  meaning: string;
  panel: (reference: string) => string;
  loading: string;
  /** We do not know yet whether the provider has created it. */
  creating: (provider: string) => string;
  deleting: (provider: string) => string;
  declined: (provider: string) => string;
  notCreated: (provider: string) => string;
  noPageYet: string;
  noPage: string;
  /** What the provider calls its own id of it. */
  providerPaymentId: string;
  delete: string;
  deletion: {
    title: string;
    happens: (provider: string) => string;
    race: string;
    production: string;
    mismatch: string;
    submit: string;
    failed: string;
  };
}

/** What is said of one payment in words of its kind. */
export const kinds = {
  link: {
    name: 'Payment link',
    short: 'Link',
    meaning: 'A page where the customer chooses how to pay',
    panel: (reference) => `Payment link ${reference}`,
    loading: 'Payment link',
    creating: (provider) =>
      `We asked ${provider} for this link and its answer did not reach us. We keep asking until ${provider} says whether it exists. Nothing needs to be done, and do not create it again: that could make two.`,
    deleting: (provider) =>
      `We asked ${provider} to delete this link and its answer did not reach us. We keep asking until it is clear.`,
    declined: (provider) => `${provider} refused to create this link. The customer received nothing.`,
    notCreated: (provider) =>
      `${provider} does not know this link: it was never created. It is safe to create it again.`,
    noPageYet: 'There is no payer page yet: we are still checking whether the link exists.',
    noPage: 'There is no payer page: the link was not created.',
    providerPaymentId: 'Link id',
    delete: 'Delete',
    deletion: {
      title: 'Delete this link?',
      happens: (provider) =>
        `${provider} closes the payer page at once. Nobody can pay with this link any more, and it cannot be opened again. The row stays in the list as deleted.`,
      race: 'If the customer chooses how to pay before that, the provider refuses and nothing changes.',
      production: 'This is production: the customer may already hold this link.',
      mismatch: 'This is not the reference of the link.',
      submit: 'Delete link',
      failed: 'The link was not deleted',
    },
  },
  routing: {
    name: 'QRIS routing',
    short: 'QRIS routing',
    meaning: 'A QRIS code for one amount, at most an hour',
    panel: (reference) => `QRIS routing ${reference}`,
    loading: 'QRIS routing',
    creating: (provider) =>
      `We asked ${provider} for this routing and its answer did not reach us. We keep asking until ${provider} says whether it exists. Nothing needs to be done, and do not create it again: that could make two.`,
    deleting: (provider) =>
      `We asked ${provider} to delete this routing and its answer did not reach us. We keep asking until it is clear.`,
    declined: (provider) => `${provider} refused to create this routing. There is no QR code.`,
    notCreated: (provider) =>
      `${provider} does not know this routing: it was never created. It is safe to create it again.`,
    noPageYet: 'There is no page yet: we are still checking whether the routing exists.',
    noPage: 'There is no page: the QR code is shown here.',
    providerPaymentId: 'Routing id',
    delete: 'Delete',
    deletion: {
      title: 'Delete this routing?',
      happens: (provider) =>
        `${provider} ends the QR code at once. Nobody can pay with it any more. The row stays in the list as deleted.`,
      race: 'If the customer pays before that, the provider refuses and nothing changes.',
      production: 'This is production: the customer may be looking at the QR code.',
      mismatch: 'This is not the reference of the routing.',
      submit: 'Delete routing',
      failed: 'The routing was not deleted',
    },
  },
  'one-time': {
    name: 'One-time payment',
    short: 'One-time',
    meaning: 'One account number, payment code, QRIS code or e-wallet',
    panel: (reference) => `One-time payment ${reference}`,
    loading: 'One-time payment',
    creating: (provider) =>
      `We asked ${provider} for this payment and its answer did not reach us. We keep asking until ${provider} says whether it exists. Nothing needs to be done, and do not create it again: that could make two.`,
    deleting: (provider) =>
      `We asked ${provider} to delete this payment and its answer did not reach us. We keep asking until it is clear.`,
    declined: (provider) => `${provider} refused to create this payment. The customer received nothing.`,
    notCreated: (provider) =>
      `${provider} does not know this payment: it was never created. It is safe to create it again.`,
    noPageYet: 'There is nothing to pay by yet: we are still checking whether the payment exists.',
    noPage: 'There is nothing to pay by: the payment was not created.',
    providerPaymentId: 'Payment id',
    delete: 'Delete',
    deletion: {
      title: 'Delete this payment?',
      happens: (provider) =>
        `${provider} closes the account number at once. Nobody can pay into it any more, and it cannot be opened again. The row stays in the list as deleted.`,
      race: 'If the customer pays before that, the provider refuses and nothing changes.',
      production: 'This is production: the customer may already hold the account number.',
      mismatch: 'This is not the reference of the payment.',
      submit: 'Delete payment',
      failed: 'The payment was not deleted',
    },
  },
} satisfies Record<Kind, KindWords> as Record<Kind, KindWords>;
