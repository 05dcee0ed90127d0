import createClient from 'openapi-fetch';
import type { paths } from '../../openapi/generated/console.ts';
import { takeEarlyAnswer } from './early.ts';
import { NO_CONNECTION, ProblemError, problemOf, UNREADABLE_ANSWER } from './problem.ts';

/** The one way from the browser to our server. Always read its answers through `unwrap`. */
export const api = createClient<paths>({
  fetch: (request) => takeEarlyAnswer(request) ?? fetch(request),
  querySerializer: { array: { style: 'form', explode: false } },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of an ok answer; everything else is thrown as a ProblemError. Decides on `response.ok`, never on `error`,
 * which openapi-fetch leaves undefined when an error has an empty body.
 */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    if (cause instanceof SyntaxError) {
      throw new ProblemError(UNREADABLE_ANSWER, 200, { detail: 'The answer is no JSON' }, cause);
    }
    throw new ProblemError(NO_CONNECTION, 0, { detail: 'The server cannot be reached' }, cause);
  }
  if (!answer.response.ok) throw problemOf(answer.response, answer.error);
  // A 204 has no body; its T is undefined by the contract's types.
  return answer.data as T;
}
