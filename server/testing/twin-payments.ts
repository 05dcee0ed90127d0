import { writeFile } from 'node:fs/promises';
import type { OneTimeCharge } from '../sandbox/charges/charge.ts';

export interface TwinPayments {
  count: number;
  /** When each was made, by its number from 0. RFC 3339. */
  createdAt: (number: number) => string;
  reference?: (number: number) => string;
}

const dayMs = 86_400_000;

/** Of every four payments one each waits, has expired, is paid, and is settled. */
const courses = ['waiting', 'expired', 'paid', 'settled'] as const;

/** Writes a data file for the twin in which other programs of the merchant have made one-time payments at Fazz. */
export async function writeTwinPayments(file: string, { count, createdAt, reference }: TwinPayments): Promise<void> {
  const lines = Array.from({ length: count }, (_, number) => {
    const link = twinPayment(number, createdAt(number), reference?.(number) ?? `SHOP-${number}`);
    return `${JSON.stringify({ type: 'link', link })}\n`;
  });
  await writeFile(file, lines.join(''));
}

function twinPayment(number: number, createdAt: string, reference: string): OneTimeCharge {
  const course = courses[number % courses.length] ?? 'waiting';
  const isPaid = course === 'paid' || course === 'settled';
  const later = (ms: number) => new Date(Date.parse(createdAt) + ms).toISOString();
  return {
    id: `contract_${number.toString(16).padStart(32, '0')}`,
    provider: 'fazz',
    kind: 'one-time',
    reference,
    methodId: `va_${number.toString(16).padStart(32, '0')}`,
    returnUrl: null,
    order: {
      amountIdr: 20_000 + number,
      isOpenAmount: false,
      includeAdminFee: false,
      customerName: '',
      description: `Order ${number}`,
      notes: null,
      email: null,
      phone: null,
      displayName: 'Toko Melati',
      disabledMethods: [],
      enabledBanks: [],
    },
    status: isPaid ? 'paid' : course === 'expired' ? 'expired' : 'waiting_payment',
    settlement: course === 'settled' ? 'success' : isPaid ? 'waiting' : 'none',
    choice: {
      method: 'va',
      channel: 'bca',
      code: `8558${String(number).padStart(12, '0')}`,
      chosenAt: createdAt,
      lapsesAt: later(dayMs),
    },
    payment: isPaid
      ? {
          txRefNumber: `T${number}`,
          paidAmountIdr: 20_000 + number,
          receiptNumber: null,
          paymentReferenceNumber: null,
          paidAt: later(600_000),
          // Far ahead, so that nothing happens by itself while a test runs.
          settlesAt: later(1_000 * dayMs),
          settledAt: course === 'settled' ? later(dayMs) : null,
          isRealtime: false,
        }
      : null,
    payerPhone: null,
    payerNote: null,
    createdAt,
    updatedAt: createdAt,
    expiresAt: course === 'waiting' ? later(1_000 * dayMs) : later(dayMs),
  };
}
