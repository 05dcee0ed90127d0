import type { TwinProvider } from '../charges/charge.ts';
import type { Operation, ScenarioName } from '../scenarios.ts';

/** One call that the twin understood as an operation of a provider. */
export interface RequestEntry {
  at: string;
  provider: TwinProvider;
  operation: Operation;
  /** The reference that the call was about, when it named one or named something that has one. */
  reference: string | null;
  /** The link that the call made, read or changed. */
  linkId: string | null;
  /** Null when the connection was dropped instead of answered. */
  httpStatus: number | null;
  scenario: ScenarioName | null;
}

export interface RequestFilter {
  provider?: TwinProvider | undefined;
  operation?: Operation | undefined;
  reference?: string | undefined;
}

export interface RequestCount {
  provider: TwinProvider;
  operation: Operation;
  reference: string | null;
  count: number;
}

/** The entries that the filter lets through. */
export const filterRequests = (entries: readonly RequestEntry[], filter: RequestFilter) =>
  entries.filter(
    (entry) =>
      (!filter.provider || entry.provider === filter.provider) &&
      (!filter.operation || entry.operation === filter.operation) &&
      (!filter.reference || entry.reference === filter.reference),
  );

/** How often each operation was called for each reference. */
export function countRequests(entries: readonly RequestEntry[]): RequestCount[] {
  const counts = new Map<string, RequestCount>();
  for (const { provider, operation, reference } of entries) {
    const key = JSON.stringify([provider, operation, reference]);
    const count = counts.get(key) ?? { provider, operation, reference, count: 0 };
    count.count += 1;
    counts.set(key, count);
  }
  return [...counts.values()];
}
