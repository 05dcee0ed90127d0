import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName } from '../payments/statement.ts';

export type Role = components['schemas']['Role'];
export type Permission = components['schemas']['Permission'];

/** Where a role has a permission; a test environment is one without real money (sandbox, staging). */
type Scope = 'everywhere' | 'in test environments';

const support = {
  'payments.read': 'everywhere',
  'callbacks.read': 'everywhere',
  'callbacks.process': 'everywhere',
  'callbacks.deliver': 'everywhere',
  'payments.refresh': 'everywhere',
  'payments.resend-callback': 'everywhere',
  'payments.import': 'everywhere',
  'contacts.read': 'everywhere',
} as const;

const finance = {
  ...support,
  'payments.create': 'everywhere',
  'payments.delete': 'everywhere',
  'callbacks.resend-many': 'everywhere',
} as const;

/** The one table of who may do what. Routes declare their permission; nothing else asks for a role. */
const permissionTable: Record<Role, Partial<Record<Permission, Scope>>> = {
  viewer: { 'payments.read': 'everywhere', 'callbacks.read': 'everywhere' },
  support,
  finance,
  tester: {
    'payments.read': 'everywhere',
    'callbacks.read': 'everywhere',
    'contacts.read': 'everywhere',
    'payments.refresh': 'everywhere',
    'payments.create': 'in test environments',
    'payments.delete': 'in test environments',
    'payments.resend-callback': 'in test environments',
    'payments.import': 'in test environments',
    'payments.simulate': 'in test environments',
    'callbacks.process': 'in test environments',
    'callbacks.deliver': 'in test environments',
    'callbacks.resend-many': 'in test environments',
  },
  admin: {
    ...finance,
    'destinations.manage': 'everywhere',
    'payments.simulate': 'in test environments',
  },
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
