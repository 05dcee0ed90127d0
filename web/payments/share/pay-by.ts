import { channelName } from '../../../openapi/rules/channels.ts';
import type { Payment } from '../../api/payments.ts';
import type { PayBy } from '../../words/customer-message.ts';

type Facts = Pick<
  Payment,
  'kind' | 'method' | 'channel' | 'url' | 'appUrl' | 'hasQr' | 'accountNumber' | 'paymentCode' | 'displayName'
>;

/** What a customer pays by; null while there is nothing to pay by, as before the payment exists. */
export function payBy(payment: Facts): PayBy | null {
  const { accountNumber, paymentCode, displayName, hasQr, appUrl } = payment;
  const channel = payment.channel ? channelName(payment.channel) : '';
  if (accountNumber) return { way: 'account', bank: channel, accountNumber, accountName: displayName };
  if (paymentCode) return { way: 'outlet', outlet: channel, paymentCode, shownAs: displayName };
  if (hasQr) return { way: 'qr' };
  const url = payment.url ?? appUrl;
  if (url === null) return null;
  const isWallet = payment.kind === 'one-time' && payment.method === 'ewallet';
  return isWallet ? { way: 'wallet', wallet: channel, url, appUrl } : { way: 'page', url };
}
