import type { OneTimeOrder } from '../provider.ts';
import type { PaymentBody } from './client.ts';
import { bankShortCodes, methodTypes, outletNames, walletCodes } from './codes.ts';
import { fazzTime } from './fazz-time.ts';

type Attributes = PaymentBody['data']['attributes'];

/** Fazz's words for the one-time payment that we want (fazz-one-time-payment, providers.md B.3). */
export function paymentBody(order: OneTimeOrder): PaymentBody {
  return {
    data: {
      attributes: {
        paymentMethodType: methodTypes[order.method],
        amount: order.amountIdr,
        currency: 'IDR',
        referenceId: order.reference,
        expiredAt: fazzTime(order.expiresAt),
        ...(order.description && { description: order.description }),
        paymentMethodOptions: optionsOf(order),
      },
    },
  };
}

function optionsOf(order: OneTimeOrder): Attributes['paymentMethodOptions'] {
  switch (order.method) {
    case 'va': {
      const { channel, displayName, suffixNumber } = order;
      return {
        bankShortCode: bankShortCodes[channel],
        displayName,
        ...(suffixNumber && { suffixNo: suffixNumber }),
      };
    }
    case 'retail_outlet':
      return { retailOutletName: outletNames[order.channel], displayName: order.displayName };
    case 'qris':
      return { displayName: order.displayName };
    case 'ewallet':
      return { providerCode: walletCodes[order.channel], afterSettlementReturnUrl: order.returnUrl };
  }
}
