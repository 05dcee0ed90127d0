import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName } from '../payments/statement.ts';

export type Role = components['schemas']['Role'];
export type Permission = components['schemas']['Permission'];

/** Where a role has a permission; a test environment is one without real money (sandbox, staging). */
type Scope = 'everywhere' | 'in test environments';

const support = {
  'links.read': 'everywhere',
  'links.refresh': 'everywhere',
  'links.resend-callback': 'everywhere',
  'links.import': 'everywhere',
  'contacts.read': 'everywhere',
} as const;

const finance = {
  ...support,
  'links.create': 'everywhere',
  'links.delete': 'everywhere',
} as const;

/** The one table of who may do what. Routes declare their permission; nothing else asks for a role. */
const permissionTable: Record<Role, Partial<Record<Permission, Scope>>> = {
  viewer: { 'links.read': 'everywhere' },
  support,
  finance,
  tester: {
    'links.read': 'everywhere',
    'contacts.read': 'everywhere',
    'links.refresh': 'everywhere',
    'links.create': 'in test environments',
    'links.delete': 'in test environments',
    'links.resend-callback': 'in test environments',
    'links.import': 'in test environments',
  },
  admin: finance,
};

export const roles = Object.keys(permissionTable) as Role[];

/** Whether somebody of this role may do this in this environment. */
export function may(role: Role, permission: Permission, environment: EnvironmentName): boolean {
  const scope = permissionTable[role][permission];
  return scope === 'everywhere' || (scope === 'in test environments' && environment !== 'production');
}

/** All that a role may do in an environment, in the order of the table. */
export function permissionsOf(role: Role, environment: EnvironmentName): Permission[] {
  const permissions = Object.keys(permissionTable[role]) as Permission[];
  return permissions.filter((permission) => may(role, permission, environment));
}
