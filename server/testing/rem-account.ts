import { afterAll } from 'vitest';
import type { RoutingOrder } from '../providers/provider.ts';
import { createRem, type Rem } from '../providers/rem/rem.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { startTestSandbox } from '../sandbox/testing/start-test-sandbox.ts';
import { type AnsweringServer, json, startAnsweringServer } from './answering-server.ts';

export interface AnsweringRem {
  server: AnsweringServer;
  rem: Rem;
  /** The account elsewhere, or one that waits no longer than this. */
  open(options: { baseUrl?: string; timeoutMs?: number }): Rem;
  /** Method and path of each call since the server was last told how to behave. */
  calls(): string[];
  /** The body of the latest call, as JSON. */
  sent(): unknown;
}

/** An account at a REM that answers as each test tells it; closed after the tests of the file. */
export async function startAnsweringRem(): Promise<AnsweringRem> {
  const server = await startAnsweringServer();
  afterAll(() => server.close());
  const open: AnsweringRem['open'] = ({ baseUrl = `${server.url}/rem`, timeoutMs = 10_000 }) =>
    createRem({
      baseUrl,
      payUrl: 'https://pay.rem.id',
      secrets: { username: 'tautan', apiKey: 'key-1' },
      timeoutMs,
      clock: () => new Date('2026-11-20T03:00:00Z'),
    });
  return {
    server,
    rem: open({}),
    open,
    calls: () => server.received.map(({ method, url }) => `${method} ${url}`),
    sent: () => JSON.parse(server.received.at(-1)?.body ?? 'null'),
  };
}

export interface TwinRem {
  sandbox: Sandbox;
  rem: Rem;
  /** The account once more, waiting no longer than this. */
  hasty(timeoutMs: number): Rem;
  /** A routing of Rp 16.000 whose QR lives half an hour by the twin's clock. */
  order(changes?: Partial<RoutingOrder>): RoutingOrder;
}

/** An account at the REM of a twin, which is closed after the test. */
export async function startTwinRem(): Promise<TwinRem> {
  const sandbox = await startTestSandbox();
  const { remUrl, url, control } = sandbox;
  const open = (timeoutMs: number) =>
    createRem({ baseUrl: remUrl, payUrl: `${url}/pay`, secrets: demoAccount.rem, timeoutMs, clock: control.now });
  return {
    sandbox,
    rem: open(10_000),
    hasty: open,
    order: (changes = {}) => ({
      reference: 'QR-1001',
      amountIdr: 16_000,
      hasHostedPage: false,
      method: 'qris',
      expiresAt: new Date(control.now().getTime() + 30 * 60_000).toISOString(),
      ...changes,
    }),
  };
}

/** What the payment link endpoints say of one link, of which everything is right. */
export const remLink = {
  id: '1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
  status: {
    partner_tx_id: 'TL1',
    amount: 150000,
    status: 'created',
    created: '2026-11-20T10:00:00',
    updated: '2026-11-20T10:00:00',
  },
  details: {
    partnerTxId: 'TL1',
    paymentLinkId: '1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
    senderName: 'Siti',
    amount: 150000,
    status: 'CREATED',
  },
  created: {
    status: true,
    url: 'https://pay.rem.id/1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
    payment_link_id: '1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10',
    message: 'success',
  },
};

export const linkUnknown = json(200, { status: false, message: 'Data Not Found' });

/** What check-status says of a routing that is paid. */
export const remRouting = {
  status: { code: '000', message: 'Success' },
  trx_id: '0cecf477-117a-4135-b6a1-ekjhj224a987',
  partner_trx_id: 'QR1',
  partner_user_id: 'customer-7',
  payment_reference_number: '631234567890',
  request_amount: 15000,
  received_amount: 15000,
  payment_status: 'COMPLETE',
  payment_received_time: '2026-11-20 11:10:02',
  trx_expiration_time: '2026-11-20 11:24:33',
  settlement_time: '2026-11-21 15:00:00',
  settlement_type: 'NON_REALTIME',
  settlement_status: 'WAITING',
  need_frontend: true,
  payment_info: { payment_checkout_url: 'https://pay.rem.id/lalilulelo' },
  payment_routing: [],
  payment_method: 'QRIS',
  sender_bank: 'dana',
};
