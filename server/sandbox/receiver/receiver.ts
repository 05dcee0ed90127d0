import type { IncomingHttpHeaders } from 'node:http';

/**
 * What a receiver does with a callback.
 * - ok: takes it
 * - fail: answers with `httpStatus`
 * - html: answers with a page, as a gateway does, with `httpStatus`
 * - gone: says 410, so that nothing is sent any more
 * - redirect: points elsewhere, with `httpStatus` where that redirects, or else 307
 * - huge: takes it, with an answer of 5 MB
 * - drop: breaks the connection off
 * - hang: never answers
 */
export const answers = ['ok', 'fail', 'html', 'gone', 'redirect', 'huge', 'drop', 'hang'] as const;
export type Answer = (typeof answers)[number];

/** A system of the merchant, as far as it takes callbacks: what a tester may change of it. */
export interface Receiver {
  name: string;
  /** With it signatures are checked; null checks none. */
  secret: string | null;
  answer: Answer;
  httpStatus: number;
  /** Before each answer, ms of real time. */
  delayMs: number;
  /** Of so many of a hundred it does so, evenly spread; the others it takes. */
  percent: number;
  /** For so many more; then it takes all. Null: until it is changed. */
  remaining: number | null;
}

export type ReceiverChanges = Partial<Omit<Receiver, 'name'>>;

/** One request that a receiver got. */
export interface ReceivedRequest {
  at: string;
  receiver: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** By the library of the Standard Webhooks specification. */
  signature: 'proved' | 'wrong' | 'not checked';
  /** Its webhook-id was here before. */
  isRepeat: boolean;
  /** Null when none was given: dropped, or never. */
  httpStatus: number | null;
}

export const newReceiver = (name: string): Receiver => ({
  name,
  secret: null,
  answer: 'ok',
  httpStatus: 500,
  delayMs: 0,
  percent: 100,
  remaining: null,
});

/** What it does with the request of this number (from 0, counted since it was changed). */
export function answerTo({ answer, percent }: Receiver, number: number): Answer {
  const meets = Math.floor(((number + 1) * percent) / 100) > Math.floor((number * percent) / 100);
  return meets ? answer : 'ok';
}
