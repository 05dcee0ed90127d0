import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import { permissionsOf } from './permissions.ts';
import type { Session } from './sessions.ts';

/** The environments that this server runs, and the providers that are set up in each. */
export interface Environments {
  environments(): { name: EnvironmentName; providers: ProviderName[] }[];
}

/** Who is signed in and what they may do where, as the browser is told. */
export function sessionDocument(session: Session, accounts: Environments): components['schemas']['Session'] {
  const { staffId, name, email, role, expiresAt } = session;
  return {
    staff: { id: staffId, name, email, role },
    environments: accounts.environments().map((environment) => ({
      name: environment.name,
      providers: environment.providers,
      permissions: permissionsOf(role, environment.name),
    })),
    expiresAt: expiresAt.toISOString(),
  };
}
