import { jsonReply } from './rem-replies.ts';

/** The codes of rem-payment-routing.txt with their sentences, 400 without its reason; 247 is OY's (providers.md A.13). */
const messages = {
  '203': 'Request is rejected (Duplicate Partner Tx Id)',
  '204': 'Request is Rejected (Partner Trx ID not found)',
  '247': 'Request is rejected (Email is not valid)',
  '254': 'Request is Rejected (User credential not found, blocked, or invalid)',
  '300': 'Request is rejected (Deactivation request failed)',
  '400': 'Request is rejected (Invalid config product disburse or acceptance)',
  '402': 'Request is rejected (QR is currently under maintenance)',
  '429': 'Request Rejected (Too Many Request to specific endpoint)',
  '901': 'General Error',
} as const;

export type RoutingCode = keyof typeof messages;

export const routingCodes = Object.keys(messages) as RoutingCode[];

/** REM's routing says no: HTTP 200 with `{"status":{"code":…,"message":…}}` (providers.md A.2). */
export class RoutingRejection extends Error {
  readonly code: RoutingCode;
  constructor(code: RoutingCode, reason?: string) {
    super(reason ? `Request is rejected (${reason})` : messages[code]);
    this.code = code;
  }
}

/** The answer that says so. */
export const codedRejection = ({ code, message }: RoutingRejection) => jsonReply(200, { status: { code, message } });

/** simulate-callback says no in a shape of its own (rem-payment-routing.txt, "Simulate Staging Callback"). */
export class SimulationRefused extends Error {}
