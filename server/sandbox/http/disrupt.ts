import { type Arming, parameterOf } from '../armings.ts';
import type { ProviderTwin, Reply } from '../twin.ts';

export interface Outcome {
  /** Null drops the connection. */
  reply: Reply | null;
  delayMs: number;
  /** The link that the work was about, also when the answer does not say so. */
  linkId: string | null;
}

const gatewayPage =
  '<!doctype html><html><head><title>Bad Gateway</title></head><body><h1>The gateway could not reach the service</h1></body></html>';

/** Does the work and makes of its reply what the scenario wants; some scenarios leave the work undone. */
export function disrupt(provider: ProviderTwin, arming: Arming | null, work: () => Reply): Outcome {
  const undone = (reply: Reply): Outcome => ({ reply, delayMs: 0, linkId: null });
  if (arming?.scenario === 'error_429')
    return undone(provider.tooManyRequests(parameterOf(arming, 'retryAfterSeconds')));
  if (arming?.scenario === 'error_500') return undone(provider.internalError());
  if (arming?.scenario === 'routing_rejection') return undone(provider.rejectionWith(parameterOf(arming, 'code')));
  const done = work();
  const plain: Outcome = { reply: done, delayMs: 0, linkId: done.linkId };
  switch (arming?.scenario) {
    case 'slow_answer':
    case 'hang':
      return { ...plain, delayMs: parameterOf(arming, 'delayMs') };
    case 'lost_response':
      return { ...plain, reply: null };
    case 'error_500_after_work':
      return { ...plain, reply: provider.internalError() };
    case 'html_answer':
      return { ...plain, reply: htmlReply(parameterOf(arming, 'httpStatus')) };
    default:
      return plain;
  }
}

const htmlReply = (httpStatus: number): Reply => ({
  httpStatus,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: gatewayPage,
  linkId: null,
});
