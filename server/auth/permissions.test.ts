import { describe, expect, it } from 'vitest';
import { may, type Permission, permissionsOf, type Role, roles } from './permissions.ts';

const allPermissions: Permission[] = [
  'links.read',
  'links.create',
  'links.delete',
  'links.refresh',
  'links.resend-callback',
  'links.import',
  'contacts.read',
];
const environments = ['sandbox', 'staging', 'production'] as const;

/** As the issue says it, in words of its own: what each role may not do, by environment. */
const refused: Record<Role, { everywhere: Permission[]; inProduction: Permission[] }> = {
  viewer: {
    everywhere: allPermissions.filter((permission) => permission !== 'links.read'),
    inProduction: [],
  },
  support: { everywhere: ['links.create', 'links.delete'], inProduction: [] },
  finance: { everywhere: [], inProduction: [] },
  tester: {
    everywhere: [],
    inProduction: ['links.create', 'links.delete', 'links.resend-callback', 'links.import'],
  },
  admin: { everywhere: [], inProduction: [] },
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
