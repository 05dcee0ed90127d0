import { readAccounts } from './account-settings.ts';
import { type Config, logLevels } from './config.ts';
import { EnvError, EnvReader } from './env-reader.ts';
import { isRange, readNetworks } from './networks.ts';
import type { AccountSettings, Secrets } from './secrets.ts';

/**
 * Reads all settings from the environment (.env.example describes them).
 * @throws EnvError that names every variable whose value is wrong.
 */
export function readEnv(env: Readonly<Record<string, string | undefined>> = process.env): {
  config: Config;
  secrets: Secrets;
} {
  const reader = new EnvReader(env);
  const accounts = readAccounts(reader);
  const port = reader.integer('PORT', 3000, 0, 65_535);
  const databaseUrl = readDatabaseUrl(reader);
  const config: Config = {
    port,
    sandboxPort: reader.integer('SANDBOX_PORT', 3001, 0, 65_535),
    host: reader.text('HOST') ?? '127.0.0.1',
    publicUrl: readPublicUrl(reader) ?? `http://localhost:${port}`,
    dataDir: reader.text('DATA_DIR') ?? './data',
    databaseUrlSet: databaseUrl !== null,
    answerWithinMs: reader.integer('ANSWER_WITHIN_MS', 10_000, 100, 60_000),
    providerTimeoutMs: reader.integer('PROVIDER_TIMEOUT_MS', 125_000, 1_000, 600_000),
    readsPerMinute: reader.integer('PROVIDER_READS_PER_MINUTE', 60, 1, 6_000),
    stopWithinMs: reader.integer('STOP_WITHIN_MS', 25_000, 1_000, 600_000),
    environments: readEnvironments(reader, accounts),
    trustProxy: readTrustProxy(reader),
    destinationNetworks: readNetworks(reader, 'DESTINATION_NETWORKS'),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
  };
  if (config.environments.includes('production') && !config.publicUrl.startsWith('https://')) {
    reader.complain('PUBLIC_URL', 'must be an https address when production is configured');
  }
  if (reader.problems.length > 0) throw new EnvError(reader.problems);
  return { config, secrets: { databaseUrl, accounts } };
}

/** The sandbox runs by itself where no real account is; beside real ones only when it is asked for. */
function readEnvironments(reader: EnvReader, accounts: AccountSettings[]): Config['environments'] {
  const withSandbox = reader.oneOf('SANDBOX', ['on', 'off'], accounts.length === 0 ? 'on' : 'off') === 'on';
  if (!withSandbox && accounts.length === 0) {
    reader.complain('SANDBOX', 'is off, and neither staging nor production is configured: nothing would run');
  }
  const isConfigured = (name: string) => accounts.some((account) => account.environment === name);
  const real = (['staging', 'production'] as const).filter(isConfigured);
  return withSandbox ? ['sandbox', ...real] : real;
}

/** Cookies and the browser's addresses start at the root, so a path would break both. */
function readPublicUrl(reader: EnvReader): string | null {
  const url = reader.url('PUBLIC_URL');
  if (url !== null && new URL(url).pathname !== '/') reader.complain('PUBLIC_URL', 'must not have a path');
  return url;
}

/** The value holds a password, so a complaint never repeats it. */
function readDatabaseUrl(reader: EnvReader): string | null {
  const text = reader.text('DATABASE_URL');
  if (text !== null && !(URL.canParse(text) && /^postgres(ql)?:\/\//.test(text))) {
    reader.complain('DATABASE_URL', 'is not an address like postgres://user:password@host:5432/database');
  }
  return text;
}

/** `true` is refused: it lets every client choose the address under which its sign-in attempts count. */
function readTrustProxy(reader: EnvReader): Config['trustProxy'] {
  const text = reader.text('TRUST_PROXY');
  if (text === null || text === 'off' || text === '0') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(',').map((one) => one.trim());
  if (addresses.every(isAddressOrRange)) return addresses;
  reader.complain('TRUST_PROXY', `"${text}" is neither a number of proxies (1 to 9) nor a list of their addresses`);
  return false;
}

function isAddressOrRange(text: string): boolean {
  return ['loopback', 'linklocal', 'uniquelocal'].includes(text) || isRange(text);
}
