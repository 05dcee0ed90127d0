import express, { type Router } from 'express';
import type { Charge } from '../charges/charge.ts';
import { answerCall } from '../http/answer-call.ts';
import type { Twin } from '../twin.ts';
import {
  checkPaymentRoutingStatus,
  createPaymentRouting,
  findByImage,
  findByNumbers,
  findRouting,
  getQrisImage,
  simulatedId,
  simulatePaymentRoutingCallback,
} from './routing-operations.ts';
import { RoutingRejection } from './routing-rejection.ts';

/** The QR images, which everybody may see who has their address. */
export function qrisImageRoutes(twin: Twin): Router {
  const router = express.Router();
  router.get(
    '/api/qris/image/:id',
    answerCall(twin, 'rem', {
      operation: 'getQrisImage',
      about: ({ params }) => aboutCharge(findByImage(twin, String(params.id))),
      work: ({ params }) => getQrisImage(twin, String(params.id)),
    }),
  );
  return router;
}

/** REM's payment-routing endpoints (rem-payment-routing.txt); sign-in is checked before. */
export function routingRoutes(twin: Twin): Router {
  const router = express.Router();
  router.use(express.json({ type: () => true }));
  router.post(
    '/create-transaction',
    answerCall(twin, 'rem', {
      operation: 'createPaymentRouting',
      about: ({ body }) => ({ reference: referenceIn(body), linkId: null }),
      work: ({ body }, content) => createPaymentRouting(twin, body, content),
    }),
  );
  router.post(
    '/check-status',
    answerCall(twin, 'rem', {
      operation: 'checkPaymentRoutingStatus',
      about: ({ body }) =>
        aboutCharge(
          unlessRefused(() => findByNumbers(twin, body)),
          referenceIn(body),
        ),
      work: ({ body }, content) => checkPaymentRoutingStatus(twin, body, content),
    }),
  );
  router.post(
    '/simulate-callback',
    answerCall(twin, 'rem', {
      operation: 'simulatePaymentRoutingCallback',
      about: ({ body }) => aboutCharge(unlessRefused(() => findRouting(twin, simulatedId(body)))),
      work: ({ body }) => simulatePaymentRoutingCallback(twin, body),
    }),
  );
  return router;
}

const referenceIn = (body: unknown): string | null => {
  const value = typeof body === 'object' && body !== null && 'partner_trx_id' in body ? body.partner_trx_id : null;
  return typeof value === 'string' && value ? value : null;
};

const aboutCharge = (charge: Charge | null, named: string | null = null) => ({
  reference: charge?.reference ?? named,
  linkId: charge?.id ?? null,
});

/** What a call is about is asked before it is worked on; a body that will be refused is about nothing. */
function unlessRefused<Found>(find: () => Found): Found | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof RoutingRejection) return null;
    throw error;
  }
}
