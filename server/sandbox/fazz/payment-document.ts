import type { components } from '../../../openapi/generated/fazz.ts';
import type { Content } from '../armings.ts';
import type { Choice, OneTimeCharge } from '../charges/charge.ts';
import { payerPath, type Twin } from '../twin.ts';
import { utcTime, wibOffsetTime } from '../wib.ts';
import { asSaid, fazzAmount, fazzStatus } from './fazz-statement.ts';
import { feesOf, methodTypes, oneTimeBanks, outlets } from './payment-methods.ts';

type Schemas = components['schemas'];
type AddressOf = Twin['addressOf'];

/**
 * The payment as answers and callbacks carry it (fazz-one-time-payment.txt): created with +07:00 and expired with Z, as
 * its sample has them.
 */
export function paymentResource(charge: OneTimeCharge, addressOf: AddressOf, content: Content): object {
  const attributes: Schemas['PaymentAttributes'] = {
    status: fazzStatus(charge),
    amount: fazzAmount(charge),
    currency: 'IDR',
    createdAt: wibOffsetTime(charge.createdAt),
    description: charge.order.description,
    expiredAt: utcTime(charge.expiresAt),
    referenceId: charge.reference,
    fees: feesOf(charge.choice?.method ?? 'va', charge.order.amountIdr),
    paymentMethod: paymentMethod(charge, addressOf),
  };
  return asSaid('payment', charge.id, attributes, content);
}

function paymentMethod(charge: OneTimeCharge, addressOf: AddressOf): Schemas['PaymentMethod'] {
  const { choice, methodId, reference } = charge;
  if (!choice) throw new Error('a one-time payment has its method from the start');
  const type = methodTypes.find((each) => each.method === choice.method)?.type ?? 'virtual_bank_account';
  const method = { id: methodId, type, referenceId: reference };
  if (type !== 'e-wallet') return { ...method, instructions: instructions(charge, choice, addressOf) };
  return {
    ...method,
    settlement: {
      httpUrl: addressOf(payerPath(charge.id)),
      mobileUrl: `${choice.channel === 'ovo' ? 'ovo' : 'shopeeid'}://pay/${methodId}`,
      afterSettlementUrl: charge.returnUrl,
    },
  };
}

/** What the payer needs; the sandbox puts IKN- before the name on virtual accounts (providers.md B.3). */
function instructions({ order, methodId }: OneTimeCharge, { method, channel, code }: Choice, addressOf: AddressOf) {
  const displayName = order.displayName ?? '';
  const isIt = (word: string) => word.toLowerCase() === channel;
  const [bankShortCode] = oneTimeBanks.filter(isIt);
  const [retailOutletName] = outlets.filter(isIt);
  if (method === 'va' && bankShortCode)
    return { bankShortCode, accountNo: code ?? '', displayName: `IKN-${displayName}` };
  if (method === 'retail_outlet' && retailOutletName) return { retailOutletName, paymentCode: code ?? '', displayName };
  return { imageUrl: addressOf(`/fazz/qr/${methodId}.png`), displayName };
}
