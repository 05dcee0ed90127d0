import { printable } from '../../openapi/describe-errors.ts';
import type { Exchange } from './exchange.ts';
import type { Absent, ProviderFailure } from './provider.ts';

/** Everything that can go wrong with a call, by its cause. A new one breaks the build until `kinds` says what it means. */
export type Trouble =
  | 'not_reached'
  | 'lost'
  /** The provider failed while it worked, or does not know the outcome itself. */
  | 'server_error'
  | 'slow_down'
  /** Credentials or source address are refused, before any work. */
  | 'no_access'
  | 'refused'
  /** The provider says in its own words that it has no such payment. */
  | 'not_found'
  /** An answer outside the contract. */
  | 'unreadable';

/** A write changes something at the provider, so that an answer that is lost leaves its outcome open. */
export type CallKind = 'read' | 'write';

const kinds = {
  not_reached: { read: 'unavailable', write: 'unavailable' },
  lost: { read: 'unavailable', write: 'unknown_outcome' },
  server_error: { read: 'unavailable', write: 'unknown_outcome' },
  slow_down: { read: 'unavailable', write: 'unavailable' },
  no_access: { read: 'unavailable', write: 'unavailable' },
  refused: { read: 'declined', write: 'declined' },
  not_found: { read: 'absent', write: 'absent' },
  unreadable: { read: 'unreadable', write: 'unreadable' },
} as const satisfies Record<Trouble, Record<CallKind, (ProviderFailure | Absent)['kind']>>;

export interface TroubleReport {
  trouble: Trouble;
  /** A clause in English, or the provider's own words. */
  message: string;
  code?: string | null;
  retryAfterMs?: number | null;
  raw: string | null;
}

/** The failure that a trouble is for a call of this kind. */
export function failureOf(report: TroubleReport, call: CallKind): Absent | ProviderFailure {
  const kind = kinds[report.trouble][call];
  return kind === 'absent' ? { kind, raw: storableRaw(report) } : toFailure(kind, report);
}

/** The same for a call to which "no such thing" is a refusal like any other: of a creation it proves nothing. */
export function plainFailureOf(report: TroubleReport, call: CallKind): ProviderFailure {
  const kind = kinds[report.trouble][call];
  return toFailure(kind === 'absent' ? 'declined' : kind, report);
}

function toFailure(kind: ProviderFailure['kind'], report: TroubleReport): ProviderFailure {
  const { code = null, retryAfterMs = null } = report;
  const message = printable(report.message);
  const raw = storableRaw(report);
  switch (kind) {
    case 'declined':
      return { kind, code, message, raw };
    case 'unavailable':
      return { kind, message, retryAfterMs, isAboutAccount: isAboutAccount(report), raw };
    case 'unreadable':
    case 'unknown_outcome':
      return { kind, message, raw };
  }
}

const isAboutAccount = ({ trouble }: TroubleReport) => trouble === 'not_reached' || trouble === 'slow_down';

const storableRaw = ({ raw }: TroubleReport) => (raw === null ? null : storable(raw));

/** Text without NUL, which PostgreSQL does not take. */
export const storable = (text: string) => text.replaceAll('\0', '\u{FFFD}');

/** What is wrong with an exchange before its body is looked at; null when the body decides. */
export function transportTrouble(exchange: Exchange, now: Date): TroubleReport | null {
  switch (exchange.kind) {
    case 'not_reached':
    case 'lost':
      return { trouble: exchange.kind, message: exchange.message, raw: null };
    case 'too_large':
      return {
        trouble: 'unreadable',
        message: `its answer (HTTP ${exchange.httpStatus}) is larger than 1 MB`,
        raw: null,
      };
    case 'response':
      return httpTrouble(exchange, now);
  }
}

function httpTrouble(
  { httpStatus, retryAfter, text: raw }: Exchange & { kind: 'response' },
  now: Date,
): TroubleReport | null {
  if (httpStatus === 429) {
    const retryAfterMs = readRetryAfter(retryAfter, now);
    return { trouble: 'slow_down', message: 'it asks for fewer requests (HTTP 429)', retryAfterMs, raw };
  }
  if (httpStatus >= 500 || httpStatus === 408)
    return { trouble: 'server_error', message: `it failed (HTTP ${httpStatus})`, raw };
  // A redirect would carry our credentials to an address that nobody configured.
  if (httpStatus >= 300 && httpStatus < 400)
    return { trouble: 'unreadable', message: `it redirects (HTTP ${httpStatus}), which is not followed`, raw };
  return null;
}

/** The body as JSON, or what it is instead. */
export function readJson({
  httpStatus,
  text,
}: Exchange & { kind: 'response' }): { body: unknown } | { message: string } {
  const isPage = text.trimStart().startsWith('<');
  const found = text.trim() === '' ? 'an empty answer' : isPage ? 'a web page' : 'text';
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { message: `${found} (HTTP ${httpStatus}) instead of JSON` };
  }
}

/** Milliseconds from a Retry-After header (seconds or an HTTP date), null when it says nothing. */
function readRetryAfter(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null;
  const ms = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
