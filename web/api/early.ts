declare global {
  interface Window {
    /** Requests that the script in index.html has begun: address (path and sorted query) → answer to come. */
    __tautanEarly?: Record<string, Promise<Response>>;
  }
}

/** An answer that nobody has wanted for so long is old news. Counted from the start of the page. */
const KEPT_MS = 15_000;

/**
 * Hands over, once, the answer to a GET that the HTML has already asked for; null when it did not.
 * The address is path and query with the parameters in the order of their names.
 */
export function takeEarlyAnswer(request: Request): Promise<Response> | null {
  const begun = window.__tautanEarly;
  if (!begun || request.method !== 'GET') return null;
  if (performance.now() > KEPT_MS) {
    forgetEarlyAnswers();
    return null;
  }
  const url = new URL(request.url);
  url.searchParams.sort();
  const query = url.searchParams.toString();
  const address = query === '' ? url.pathname : `${url.pathname}?${query}`;
  const answer = begun[address];
  delete begun[address];
  return answer ?? null;
}

/** What was asked before somebody signed in says nothing about what they may see now. */
export function forgetEarlyAnswers(): void {
  delete window.__tautanEarly;
}
