import type { Catalogue } from './en.ts';

/** The parts of a problem that are told to a person. */
interface Told {
  type: string;
  detail: string;
  requestId: string | null;
  reason?: keyof Catalogue['common']['reasons'] | null;
  provider?: keyof Catalogue['common']['providers'] | null;
  providerMessage?: string | null;
  retryAfterSeconds?: number | null;
}

function isTold(error: unknown): error is Told {
  return error instanceof Error && 'type' in error && 'detail' in error && 'requestId' in error;
}

export interface Description {
  title: string;
  detail: string;
  requestId: string | null;
  /** What was asked for may have been done. */
  isOutcomeUnknown: boolean;
}

/** The answer was lost, or does not say whether anything was done (docs/problems). */
const withoutOutcome = new Set(['internal', 'provider-unreadable', 'no-connection', 'unreadable-answer']);

/** Puts any error into words: what happened, whether anything was done, what to do now. */
export function describeProblem(words: Catalogue, error: unknown): Description {
  const { titles, details, providerSaid, retryAfter } = words.problems;
  const known = (type: string): type is keyof typeof titles => type in titles;
  if (!isTold(error) || !known(error.type)) {
    const requestId = isTold(error) ? error.requestId : null;
    return { title: titles.internal, detail: details.internal, requestId, isOutcomeUnknown: true };
  }
  const sentences = [
    error.reason ? words.common.reasons[error.reason] : null,
    error.provider && error.providerMessage
      ? providerSaid(words.common.providers[error.provider], error.providerMessage)
      : null,
    error.retryAfterSeconds ? retryAfter(error.retryAfterSeconds) : details[error.type],
  ];
  return {
    title: titles[error.type],
    detail: sentences.filter(Boolean).join(' '),
    requestId: error.requestId,
    isOutcomeUnknown: withoutOutcome.has(error.type),
  };
}
