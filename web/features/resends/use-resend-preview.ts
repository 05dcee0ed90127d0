import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EnvironmentName } from '../../api/keys.ts';
import { type ResendOrderInput, type ResendPreview, resendPreviewQuery } from '../../api/resends.ts';

/** Who types a pace should not have all payments counted for each digit of it. */
const PAUSE_MS = 300;

export interface PreviewState {
  /** What was counted last; null before that. */
  figures: ResendPreview | null;
  /** The figures are those of exactly this input. */
  isCurrent: boolean;
  error: Error | null;
  isFetching: boolean;
  refetch: () => unknown;
}

/** Counts what an order with this input would send, once a person pauses in changing it. Null while something is missing. */
export function useResendPreview(environment: EnvironmentName, input: ResendOrderInput | null): PreviewState {
  const wanted = JSON.stringify(input);
  const [asked, setAsked] = useState({ wanted, input });
  useEffect(() => {
    if (asked.wanted === wanted) return;
    const timer = setTimeout(() => setAsked({ wanted, input }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked.wanted, wanted, input]);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...resendPreviewQuery(environment, asked.input),
    placeholderData: keepPreviousData,
  });
  const isAsked = asked.wanted === wanted && input !== null;
  return {
    figures: data ?? null,
    isCurrent: isAsked && data !== undefined && !isPlaceholderData && !isFetching && error === null,
    error: isAsked ? error : null,
    isFetching,
    refetch,
  };
}
