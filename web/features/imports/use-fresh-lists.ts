import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportRun } from '../../api/import-runs.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';

/** Lists and figures that were read before are out of date once more payments are imported; they are read again when they are shown. */
export function useFreshLists(environment: EnvironmentName, runs: readonly ImportRun[]): void {
  const queryClient = useQueryClient();
  const importedCount = runs.reduce((sum, run) => sum + run.importedCount, 0);
  useEffect(() => {
    if (importedCount > 0) void queryClient.invalidateQueries({ queryKey: keys.payments(environment) });
  }, [queryClient, environment, importedCount]);
}
