import { type Exchange, exchange } from './exchange.ts';
import { plainFailureOf, type TroubleReport, transportTrouble } from './failure.ts';
import type { FetchedImage, Provider } from './provider.ts';

export interface QrImageRules {
  /** Of the provider's API. Its host may be asked, and http is spoken only where this is http itself: at our twin. */
  baseUrl: string;
  /** Other hosts that may be asked: `pay.rem.id`, with a port if it is not the usual one, or `*.rem.id` for all below. */
  hosts: readonly string[];
  /** Ends a call to the provider; an image is waited for no longer than longestWaitMs. */
  timeoutMs: number;
  clock: () => Date;
}

/** A person looks at the place where it is to appear. */
const longestWaitMs = 15_000;

/** No picture in SVG: it may hold scripts, and the browser gets it from our own address. */
const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/**
 * Fetches QR images whose addresses a provider or whoever spoke in its name gave us, so only from its own hosts and by no
 * detour. Nothing of the account is sent along: the addresses are open to everybody (rem.yaml, getQrisImage).
 */
export function createQrImageFetch({ baseUrl, hosts, timeoutMs, clock }: QrImageRules): Provider['fetchQrImage'] {
  return async (address) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !isProvidersOwn(url, { baseUrl, hosts })) {
      const message = `the address of its QR image is not one of its own (${url?.host || 'none'})`;
      return plainFailureOf({ trouble: 'unreadable', message, raw: null }, 'read');
    }
    const headers = { Accept: imageTypes.join(', ') };
    const answer = await exchange(Math.min(timeoutMs, longestWaitMs), ({ fetch, signal }) =>
      fetch(new Request(url, { headers, redirect: 'manual', signal })),
    );
    const image = readImage(answer, clock());
    // The page in the image's place is nothing to keep.
    return 'trouble' in image ? plainFailureOf({ ...image, raw: null }, 'read') : image;
  };
}

/** Whether an image may be fetched from this address. */
export function isProvidersOwn(url: URL, { baseUrl, hosts }: Pick<QrImageRules, 'baseUrl' | 'hosts'>): boolean {
  const base = new URL(baseUrl);
  const isOpen = url.protocol === 'https:' || (url.protocol === 'http:' && base.protocol === 'http:');
  const hasCredentials = url.username !== '' || url.password !== '';
  return isOpen && !hasCredentials && [base.host, ...hosts].some((host) => isAt(url, host));
}

/** `*.rem.id` holds every host below rem.id at the usual port, and not rem.id itself. */
function isAt({ host, hostname, port }: URL, allowed: string): boolean {
  return allowed.startsWith('*.') ? port === '' && hostname.endsWith(allowed.slice(1)) : host === allowed;
}

function readImage(answer: Exchange, now: Date): FetchedImage | TroubleReport {
  const transport = transportTrouble(answer, now);
  if (transport || answer.kind !== 'response')
    return { trouble: 'lost', message: 'no answer', raw: null, ...transport };
  const { httpStatus, contentType, bytes } = answer;
  // REM's image is there for as long as the QR can be paid (rem-payment-routing, payment_info).
  if (httpStatus >= 400)
    return { trouble: 'refused', message: `it has no QR image there now (HTTP ${httpStatus})`, raw: null };
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!imageTypes.includes(type) || bytes.length === 0) {
    const found = bytes.length === 0 ? 'nothing' : type.slice(0, 100) || 'something unnamed';
    return { trouble: 'unreadable', message: `it gave ${found} in place of a QR image`, raw: null };
  }
  return { kind: 'image', contentType: type, bytes };
}
