import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { SigningSecret } from './destination.ts';

/** The specification asks for 24 to 64 bytes. */
const secretBytes = 32;
/** After a change of the secret the receiver has so long to learn the new one. */
const overlapMs = 24 * 3_600_000;

/** A new secret, in the specification's spelling. */
export function mintSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`;
}

/** The secrets after a change at `at`: the new one, and those that have not ended, which all end a day from now at the latest. */
export function rotatedSecrets(secrets: readonly SigningSecret[], secret: string, at: Date): SigningSecret[] {
  const end = new Date(at.getTime() + overlapMs).toISOString();
  const others = livingSecrets(secrets, at).map((one) => ({ ...one, until: one.until ?? end }));
  return [{ secret, until: null }, ...others];
}

/** When the newest took the place of the one before it, which has signed for a day since; null for the first. */
export function secretChangedAt(secrets: readonly SigningSecret[]): Date | null {
  const ends = secrets.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]));
  return ends.length === 0 ? null : new Date(Math.max(...ends) - overlapMs);
}

/** Those that sign at this instant. */
export function livingSecrets(secrets: readonly SigningSecret[], at: Date): SigningSecret[] {
  return secrets.filter(({ until }) => until === null || Date.parse(until) > at.getTime());
}

/**
 * The specification's headers for a body, signed with every secret that is valid now: a receiver takes what any of its own
 * secrets proves. The library reads bytes as UTF-8, here and at the receiver, so that both sign the same of bytes that are none.
 */
export function signatureHeaders(
  secrets: readonly SigningSecret[],
  message: { id: string; at: Date; body: Buffer },
): Record<string, string> {
  const { id, at, body } = message;
  const signatures = livingSecrets(secrets, at).map(({ secret }) => new Webhook(secret).sign(id, at, body));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
