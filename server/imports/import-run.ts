import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Place } from './walk.ts';

type ImportRunDocument = components['schemas']['ImportRun'];

/** An import of all one-time payments that a provider made in a range of days (WIB, the last included). */
export interface ImportRun {
  id: string;
  environment: EnvironmentName;
  provider: ProviderName;
  from: string;
  to: string;
  state: ImportRunDocument['state'];
  seenCount: number;
  importedCount: number;
  knownCount: number;
  /** Listed, but unreadable or of somebody else. */
  leftOutCount: number;
  problem: string | null;
  /** Id and name of the person. */
  startedBy: string;
  startedByName: string;
  startedAt: Date;
  endedAt: Date | null;
  place: Place;
  /** How often it failed, one time after the other. */
  failures: number;
  /** Grows with each claim: only who holds the latest may write. */
  claim: number;
}

/** The first instant of the range, and the first one after it. */
export interface Range {
  startsAt: Date;
  endsAt: Date;
}

/** What a screen shows of a run. */
export function presentImportRun(run: ImportRun, { startsAt, endsAt }: Range): ImportRunDocument {
  const share = (run.place.doneUntil.getTime() - startsAt.getTime()) / (endsAt.getTime() - startsAt.getTime());
  return {
    id: run.id,
    provider: run.provider,
    from: run.from,
    to: run.to,
    state: run.state,
    seenCount: run.seenCount,
    importedCount: run.importedCount,
    knownCount: run.knownCount,
    progress: Math.min(1, Math.max(0, share)),
    problem: run.problem,
    startedBy: run.startedByName,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
