import { problem } from '../http/problems.ts';
import { within } from '../jobs/running-calls.ts';
import type { FetchedImage } from '../providers/provider.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { accountOf } from './port-of.ts';
import { providerProblem, providerTitles } from './provider-problem.ts';
import { type PaymentRequest, requirePayment } from './require-payment.ts';

/**
 * The QR image of a payment, fetched from its provider: browsers talk to our server alone, and a provider need not learn who
 * looks at it. Throws payment-unknown, not-found when there is none to pay with, not-at-provider when the provider gives
 * none, provider-unreadable, provider-unavailable.
 */
export async function getPaymentQr(
  { db, accounts, config }: Pick<PaymentDeps, 'db' | 'accounts' | 'config'>,
  request: PaymentRequest,
): Promise<FetchedImage> {
  const payment = await requirePayment(db, request);
  const { id: paymentId, provider, qrImageUrl, ended } = payment;
  if (qrImageUrl === null || ended)
    throw problem('not-found', { detail: 'This payment has no QR to pay with.', paymentId });

  const image = await within(accountOf(accounts, payment).fetchQrImage(qrImageUrl), config.answerWithinMs);
  if (image === 'pending')
    throw problem('provider-unavailable', {
      detail: `${providerTitles[provider]} has not answered in time.`,
      provider,
      paymentId,
    });
  if (image.kind === 'image') return image;
  if (image.kind === 'declined')
    throw problem('not-at-provider', {
      detail: `${providerTitles[provider]} gives no QR image: ${image.message}`,
      provider,
      paymentId,
    });
  throw providerProblem(provider, image, paymentId);
}
