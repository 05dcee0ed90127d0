import type { FazzSecrets } from '../../config/secrets.ts';
import type { LinkOrder, OneTimeOrder, PaymentPort, Provider } from '../provider.ts';
import { createQrImageFetch } from '../qr-image.ts';
import { createAsk } from './ask.ts';
import { readFazzCallback, verifyFazzSignature } from './callbacks.ts';
import { createFazzClient } from './client.ts';
import { createLinkPort } from './links.ts';
import { createOneTimePort } from './one-time.ts';

export interface FazzOptions {
  baseUrl: string;
  /** Where `imageUrl` may lead besides the host of `baseUrl`; no document says which host it is. */
  qrHosts?: readonly string[];
  secrets: FazzSecrets;
  /** Ends a call. */
  timeoutMs: number;
  clock: () => Date;
}

/** One account at Fazz (Xfers v4, Indonesia): payment links and one-time payments; routings are REM's. */
export interface Fazz extends Provider {
  ports: { link: PaymentPort<LinkOrder>; routing: null; 'one-time': PaymentPort<OneTimeOrder> };
}

export function createFazz({ baseUrl, qrHosts = [], secrets, timeoutMs, clock }: FazzOptions): Fazz {
  const client = createFazzClient({ baseUrl, secrets, timeoutMs });
  const ask = createAsk(clock);
  return {
    ports: { link: createLinkPort(client, ask), routing: null, 'one-time': createOneTimePort(client, ask) },
    signsCallbacks: true,
    readCallback: readFazzCallback,
    verifyCallback: (headers, body) => verifyFazzSignature(secrets.signingSecret, headers, body),
    fetchQrImage: createQrImageFetch({ baseUrl, hosts: qrHosts, timeoutMs, clock }),
  };
}
