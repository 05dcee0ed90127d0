import { useParams } from 'react-router';

import { type EnvironmentAccess, type Permission, useSession } from '../api/session.ts';

/** The environment of the page's address, and what this person may do in it; null outside any environment. */
export function useEnvironmentOrNone(): EnvironmentAccess | null {
  const { environment } = useParams();
  return useSession().environments.find(({ name }) => name === environment) ?? null;
}

/** The environment of the page's address; for pages under /:environment, whose route has checked it. */
export function useEnvironment(): EnvironmentAccess & { may: (permission: Permission) => boolean } {
  const access = useEnvironmentOrNone();
  if (!access) throw new Error('useEnvironment is used outside /:environment');
  return { ...access, may: (permission) => access.permissions.includes(permission) };
}
