import type { RemSecrets } from '../../config/secrets.ts';
import type { LinkOrder, PaymentPort, Provider, RoutingOrder } from '../provider.ts';
import { createQrImageFetch } from '../qr-image.ts';
import { createAsk } from './ask.ts';
import { readRemCallback } from './callbacks.ts';
import { createRemClient } from './client.ts';
import { createLinkPort } from './links.ts';
import { createRoutingPort } from './routings.ts';

export interface RemOptions {
  baseUrl: string;
  /** Where REM's payer pages are; null when that is not known. */
  payUrl: string | null;
  /** Where images of QR codes may be fetched besides (qr-image.ts). */
  qrHosts?: readonly string[];
  secrets: RemSecrets;
  /** Ends a call. */
  timeoutMs: number;
  clock: () => Date;
}

/** One account at REM: payment links and QRIS routings; one-time payments are Fazz's. */
export interface Rem extends Provider {
  ports: { link: PaymentPort<LinkOrder>; routing: PaymentPort<RoutingOrder>; 'one-time': null };
}

export function createRem({ baseUrl, payUrl, qrHosts = [], secrets, timeoutMs, clock }: RemOptions): Rem {
  const client = createRemClient({ baseUrl, secrets, timeoutMs });
  const ask = createAsk(clock);
  const hosts = [...qrHosts, ...(payUrl === null ? [] : [new URL(payUrl).host])];
  return {
    ports: {
      link: createLinkPort(client, ask, payUrl),
      routing: createRoutingPort(client, ask),
      'one-time': null,
    },
    // REM signs nothing (providers.md A.9).
    signsCallbacks: false,
    readCallback: readRemCallback,
    verifyCallback: () => true,
    fetchQrImage: createQrImageFetch({ baseUrl, hosts, timeoutMs, clock }),
  };
}
