import type { Attempt } from './delivery.ts';

/** Hands one callback over. Never throws: what went wrong is in the result. */
export async function postCallback(
  url: string | null,
  body: string,
  signature: Record<string, string>,
  signal: AbortSignal,
): Promise<Omit<Attempt, 'at'>> {
  if (!url) return { httpStatus: null, error: 'no callback address is set', tookMs: 0 };
  const startedMs = performance.now();
  const tookMs = () => Math.round(performance.now() - startedMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'tautan-sandbox', ...signature },
      body,
      redirect: 'manual',
      signal,
    });
    await response.body?.cancel();
    const error = response.status === 200 ? null : `answered ${response.status}`;
    return { httpStatus: response.status, error, tookMs: tookMs() };
  } catch (error) {
    return { httpStatus: null, error: reasonOf(error), tookMs: tookMs() };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  return cause instanceof Error ? cause.message || cause.name : error.message;
}
