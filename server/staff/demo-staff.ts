import { ulid } from 'ulid';
import { hashPassword } from '../auth/passwords.ts';
import { type Config, isRealEnvironmentConfigured } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import { disableDemoStaff, upsertDemoStaff } from './staff.sql.ts';

/** Known to everybody, and worth nothing: these accounts exist only where no real provider is configured. */
export const demoPassword = 'tautan-sandbox';

export const demoStaff = [
  { email: 'rani.finance@tautan.test', name: 'Rani Wijaya', role: 'finance' },
  { email: 'budi.support@tautan.test', name: 'Budi Santoso', role: 'support' },
  { email: 'tari.tester@tautan.test', name: 'Tari Lestari', role: 'tester' },
  { email: 'vina.viewer@tautan.test', name: 'Vina Hartono', role: 'viewer' },
  { email: 'agus.admin@tautan.test', name: 'Agus Pratama', role: 'admin' },
] as const;

export type DemoStaff = (typeof demoStaff)[number];

interface DemoStaffDeps {
  db: Db;
  clock: () => Date;
  config: Pick<Config, 'environments'>;
}

/**
 * At every start: with the sandbox alone, one account per role; as soon as staging or production is configured, those
 * accounts are disabled and their sessions end. Resolves to the accounts that can sign in now.
 */
export async function settleDemoStaff({ db, clock, config }: DemoStaffDeps): Promise<readonly DemoStaff[]> {
  if (isRealEnvironmentConfigured(config)) {
    await db.tx((tx) => disableDemoStaff(tx, clock()));
    return [];
  }
  const passwordHash = await hashPassword(demoPassword);
  const createdAt = clock();
  await db.tx(async (tx) => {
    for (const { email, name, role } of demoStaff) {
      await upsertDemoStaff(tx, { id: `stf_${ulid().toLowerCase()}`, email, name, role, passwordHash, createdAt });
    }
  });
  return demoStaff;
}
