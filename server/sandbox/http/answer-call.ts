import type { Request, RequestHandler, Response } from 'express';
import { type Arming, type Content, type Occasion, takeContent, takeScenario } from '../armings.ts';
import { sendForgedCallback } from '../callbacks/send-callback.ts';
import type { TwinProvider } from '../charges/charge.ts';
import { expireCharge } from '../charges/keep-charge.ts';
import { asIfPaid } from '../charges/pay-charge.ts';
import { mayHappen } from '../charges/transitions.ts';
import type { Operation } from '../scenarios.ts';
import { nowOf, type ProviderTwin, type Reply, type Twin } from '../twin.ts';
import { disrupt } from './disrupt.ts';

export interface CallHandler {
  operation: Operation;
  /** What the call is about, as far as it says: for scenarios and the log of requests. */
  about(request: Request): { reference: string | null; linkId: string | null };
  work(request: Request, content: Content): Reply;
}

/** Answers calls of one operation: does the work, lets a scenario that is armed for it interfere, and logs the call. */
export function answerCall(twin: Twin, providerName: TwinProvider, handler: CallHandler): RequestHandler {
  const provider = twin.providers[providerName];
  return async (request, response) => {
    const occasion: Occasion = { provider: providerName, operation: handler.operation, ...handler.about(request) };
    const arming = takeScenario(twin.store, occasion, ['before_work', 'after_work']);
    if (arming?.scenario === 'expired_meanwhile') expireMeanwhile(twin, occasion.linkId);
    const outcome = disrupt(provider, arming, () => work(twin, provider, handler, occasion, request));
    if (arming?.scenario === 'forged_callback') forgeCallback(twin, outcome.linkId);
    logCall(twin, occasion, arming, outcome.reply, outcome.linkId);
    if (outcome.delayMs > 0) await twin.clock.sleep(outcome.delayMs, gone(response));
    send(response, outcome.reply);
  };
}

function expireMeanwhile(twin: Twin, id: string | null): void {
  const charge = id ? twin.store.charge(id) : null;
  if (charge && mayHappen(charge, 'expire')) expireCharge(twin, charge, nowOf(twin));
}

function forgeCallback(twin: Twin, id: string | null): void {
  const charge = id ? twin.store.charge(id) : null;
  const claimed = charge && asIfPaid(twin, charge, nowOf(twin));
  if (claimed) sendForgedCallback(twin, claimed);
}

function work(twin: Twin, provider: ProviderTwin, handler: CallHandler, occasion: Occasion, request: Request): Reply {
  try {
    return handler.work(request, takeContent(twin.store, occasion));
  } catch (error) {
    const refusal = provider.refusal(error);
    if (refusal) return refusal;
    twin.log.error({ err: error, ...occasion }, 'sandbox: an operation broke');
    return provider.internalError();
  }
}

function logCall(
  twin: Twin,
  occasion: Occasion,
  arming: Arming | null,
  reply: Reply | null,
  madeLinkId: string | null,
): void {
  const linkId = madeLinkId ?? occasion.linkId;
  const charge = linkId ? twin.store.charge(linkId) : null;
  twin.store.addRequest({
    at: nowOf(twin),
    provider: occasion.provider,
    operation: occasion.operation,
    reference: charge?.reference ?? occasion.reference,
    linkId,
    httpStatus: reply?.httpStatus ?? null,
    scenario: arming?.scenario ?? null,
  });
}

/** Aborts when the caller has hung up. */
function gone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function send(response: Response, reply: Reply | null): void {
  if (response.destroyed || response.socket?.destroyed) return;
  if (!reply) {
    response.socket?.destroy();
    return;
  }
  response.status(reply.httpStatus).set(reply.headers).end(reply.body);
}
