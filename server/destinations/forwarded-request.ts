import type { EnvironmentName, ProviderName, Verdict } from '../payments/statement.ts';
import type { SigningSecret } from './destination.ts';
import { signatureHeaders } from './signing-secrets.ts';

/** A callback as it is stored, to be sent on. */
export interface ForwardedCallback {
  id: number;
  environment: EnvironmentName;
  provider: ProviderName;
  receivedAt: Date;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
  /** Null while it is about no payment of ours. */
  paymentId: string | null;
  /** What we did with it; null when nobody could read it. */
  verdict: Verdict | null;
}

export interface ForwardedRequest {
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/** These say what the body is, and who its provider says that it is: they keep their names. */
const keptNames = ['content-type', 'content-encoding', 'xfers-signature'];
/** These belong to the connection to us, to what stands in front of us, or are secrets (RFC 9110, 7.6.1). */
const leftOut =
  /^(host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|content-length|expect|authorization|cookie|proxy-.*|x-forwarded-.*|x-real-ip|forwarded|via)$/;
/** All other headers together, in characters: receivers take 8 kB as a rule. */
const mostOthers = 4_096;

/**
 * What goes to a destination: the bytes that arrived, signed by the Standard Webhooks specification. The provider's other
 * headers are called `tautan-original-…`, so that nothing which a stranger sent to us can pass for ours. The id is the same
 * whenever this callback goes to this destination: receivers know repeats by it. REM signs nothing, so receivers are told what
 * we made of the callback (`tautan-verdict`): only what is `applied` is believed here.
 */
export function forwardedRequest(
  callback: ForwardedCallback,
  { destinationId, secrets }: { destinationId: string; secrets: readonly SigningSecret[] },
  at: Date,
): ForwardedRequest {
  const body = Buffer.from(callback.body);
  return {
    body,
    headers: {
      ...originalHeaders(callback.headers),
      'content-length': String(body.length),
      'user-agent': 'Tautan',
      'tautan-environment': callback.environment,
      'tautan-provider': callback.provider,
      'tautan-callback-id': String(callback.id),
      'tautan-received-at': callback.receivedAt.toISOString(),
      'tautan-verdict': callback.verdict ?? 'none',
      ...(callback.paymentId !== null && { 'tautan-payment-id': callback.paymentId }),
      ...signatureHeaders(secrets, { id: `cbk_${callback.id}_${destinationId}`, at, body }),
    },
  };
}

function originalHeaders(headers: ForwardedCallback['headers']): ForwardedCallback['headers'] {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const kept = entries.filter(([name]) => keptNames.includes(name));
  let size = 0;
  const others = entries
    .filter(([name]) => !keptNames.includes(name) && !leftOut.test(name))
    .filter(([name, value]) => {
      size += name.length + String(value).length;
      return size <= mostOthers;
    })
    .map(([name, value]) => [`tautan-original-${name}`, value] as const);
  return Object.fromEntries([...kept, ...others]);
}
