import { Suspense, useEffect } from 'react';
import { Navigate, Outlet } from 'react-router';
import type { EnvironmentName } from '../api/keys.ts';
import { useSession } from '../api/session.ts';
import { remember, remembered } from '../ui/remembered.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { paths } from './paths.ts';
import { useEnvironmentOrNone } from './use-environment.ts';

/** `/`: on to the overview of the environment that this person was in last, else of the first one. */
export function FirstEnvironment() {
  const { environments } = useSession();
  const last = remembered('environment');
  const environment = environments.find(({ name }) => name === last) ?? environments[0];
  return environment ? <Navigate to={paths.overview(environment.name)} replace /> : <NotFoundPage />;
}

/** Everything under `/:environment`, once it is clear that this server runs it. */
export function KnownEnvironment() {
  const environment = useEnvironmentOrNone();
  const name: EnvironmentName | undefined = environment?.name;
  useEffect(() => {
    if (name) remember('environment', name);
  }, [name]);
  if (!name) return <NotFoundPage />;
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}
