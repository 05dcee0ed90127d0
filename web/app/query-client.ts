import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.ts';
import { NO_CONNECTION, ProblemError } from '../api/problem.ts';

const MOST_RETRIES = 2;

function mayHelpToRetry(error: Error): boolean {
  return error instanceof ProblemError && (error.type === NO_CONNECTION || error.status >= 502);
}

/**
 * The cache of everything that was read. `onSessionEnd` is called when any call is answered with `not-signed-in`,
 * except the first question who is signed in: the router asks that one, and knows what to do.
 */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ProblemError && error.type === 'not-signed-in') onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== keys.session[0] || query.state.data !== undefined) onError(error);
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Live events keep what is shown up to date; reading again on every focus would make rows jump.
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < MOST_RETRIES && mayHelpToRetry(error),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { retry: false },
    },
  });
}
