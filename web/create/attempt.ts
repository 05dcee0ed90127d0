import { ProblemError } from '../api/problem.ts';

/** One attempt at creating what a person has entered: the same key and the same input go with every retry of it. */
export interface CreateAttempt<Input> {
  /** What the person entered, as text; another content is another attempt. */
  content: string;
  key: string;
  input: Input;
}

/**
 * The attempt that a press of the button stands for: the one before while the content is the same and its outcome unknown,
 * else a new one. `input` is called for a new one only, so that times relative to now stay the same in a retry.
 */
export function attemptFor<Input>(
  previous: CreateAttempt<Input> | null,
  content: string,
  input: () => Input,
): CreateAttempt<Input> {
  return previous?.content === content ? previous : { content, key: crypto.randomUUID(), input: input() };
}

/** Answers after which it is certain that this attempt created nothing, so that the next press is a new one. */
const certain = new Set([
  'invalid-request',
  'forbidden',
  'reference-taken',
  'provider-declined',
  'provider-unavailable',
  'provider-not-configured',
  'environment-unknown',
  'idempotency-key-reused',
  'body-too-large',
  'unsupported-media-type',
  'cross-site',
  'not-signed-in',
]);

/** Whether the payment may exist although the call failed: the answer was lost, or says nothing of it. */
export function isOutcomeUnknown(error: unknown): boolean {
  return !(error instanceof ProblemError && certain.has(error.type));
}
