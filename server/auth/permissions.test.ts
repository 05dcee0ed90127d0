import { describe, expect, it } from 'vitest';
import { may, type Permission, permissionsOf, type Role, roles } from './permissions.ts';

const allPermissions: Permission[] = [
  'payments.read',
  'payments.create',
  'payments.delete',
  'payments.refresh',
  'payments.resend-callback',
  'payments.import',
  'payments.simulate',
  'contacts.read',
  'callbacks.read',
  'callbacks.process',
  'callbacks.deliver',
  'callbacks.resend-many',
  'destinations.manage',
];
const environments = ['sandbox', 'staging', 'production'] as const;

/** As the issue says it, in words of its own: what each role may not do, by environment. */
const refused: Record<Role, { everywhere: Permission[]; inProduction: Permission[] }> = {
  viewer: {
    everywhere: allPermissions.filter(
      (permission) => permission !== 'payments.read' && permission !== 'callbacks.read',
    ),
    inProduction: [],
  },
  support: {
    everywhere: [
      'payments.create',
      'payments.delete',
      'payments.simulate',
      'callbacks.resend-many',
      'destinations.manage',
    ],
    inProduction: [],
  },
  finance: { everywhere: ['payments.simulate', 'destinations.manage'], inProduction: [] },
  tester: {
    everywhere: ['destinations.manage'],
    inProduction: [
      'payments.create',
      'payments.delete',
      'payments.resend-callback',
      'payments.import',
      'payments.simulate',
      'callbacks.process',
      'callbacks.deliver',
      'callbacks.resend-many',
    ],
  },
  admin: { everywhere: [], inProduction: ['payments.simulate'] },
};

describe('the permission table', () => {
  it('knows exactly the five roles', () => {
    expect(roles).toEqual(Object.keys(refused));
  });

  it.each(roles.flatMap((role) => environments.map((environment) => ({ role, environment }))))(
    '$role in $environment may do exactly what is written',
    ({ role, environment }) => {
      const { everywhere, inProduction } = refused[role];
      const denied = [...everywhere, ...(environment === 'production' ? inProduction : [])];
      const expected = allPermissions.filter((permission) => !denied.includes(permission));
      expect(allPermissions.filter((permission) => may(role, permission, environment))).toEqual(expected);
      expect(permissionsOf(role, environment).toSorted()).toEqual(expected.toSorted());
    },
  );
});
