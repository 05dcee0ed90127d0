import type { EnvReader } from './env-reader.ts';
import type { AccountSettings } from './secrets.ts';

/** A guessable token in the callback URL would let anybody report a payment at REM, which signs nothing. */
const callbackTokenMinLength = 24;

const realEnvironments = ['staging', 'production'] as const;
type RealEnvironment = (typeof realEnvironments)[number];

/** providers.md A.0, B.1. Fazz calls its test system sandbox; for us it is staging. */
const baseUrls = {
  staging: { rem: 'https://api-demo.rem.id', fazz: 'https://sandbox-id.xfers.com/api/v4' },
  production: { rem: 'https://partner.rem.id', fazz: 'https://id.xfers.com/api/v4' },
};
/** providers.md A.0; no document names the payer pages of staging. */
const remPayUrls = { staging: null, production: 'https://pay.rem.id' };

/** The accounts whose variables are set. One that is set in part is a complaint that names what is missing. */
export function readAccounts(reader: EnvReader): AccountSettings[] {
  const accounts = realEnvironments.flatMap((environment) => [
    readRemAccount(reader, environment),
    readFazzAccount(reader, environment),
  ]);
  return accounts.filter((account) => account !== null);
}

function readRemAccount(reader: EnvReader, environment: RealEnvironment): AccountSettings | null {
  const prefix = `${environment.toUpperCase()}_REM_`;
  const baseUrl = readApiUrl(reader, `${prefix}URL`, environment) ?? baseUrls[environment].rem;
  const payUrl = reader.url(`${prefix}PAY_URL`) ?? remPayUrls[environment];
  const values = readAllOrNone(reader, prefix, ['USERNAME', 'API_KEY', 'CALLBACK_TOKEN'], ['URL', 'PAY_URL']);
  if (values === null) return null;
  const [username, apiKey, callbackToken] = values;
  return { environment, provider: 'rem', baseUrl, payUrl, callbackToken, credentials: { username, apiKey } };
}

function readFazzAccount(reader: EnvReader, environment: RealEnvironment): AccountSettings | null {
  const prefix = `${environment.toUpperCase()}_FAZZ_`;
  const baseUrl = readApiUrl(reader, `${prefix}URL`, environment) ?? baseUrls[environment].fazz;
  const names = ['API_KEY', 'SECRET_KEY', 'SIGNING_SECRET', 'CALLBACK_TOKEN'] as const;
  const values = readAllOrNone(reader, prefix, names, ['URL']);
  if (values === null) return null;
  const [apiKey, secretKey, signingSecret, callbackToken] = values;
  const credentials = { apiKey, secretKey, signingSecret };
  return { environment, provider: 'fazz', baseUrl, payUrl: null, callbackToken, credentials };
}

function readApiUrl(reader: EnvReader, name: string, environment: RealEnvironment): string | null {
  const url = reader.url(name);
  if (environment === 'production' && url?.startsWith('http:')) {
    reader.complain(name, 'must be https: production credentials travel there');
  }
  return url;
}

type Texts<Names extends readonly string[]> = { [Index in keyof Names]: string };

/** The values in the order of `names`, or null when the account is not configured; `extras` alone count as begun. */
function readAllOrNone<const Names extends readonly string[]>(
  reader: EnvReader,
  prefix: string,
  names: Names,
  extras: readonly string[],
): Texts<Names> | null {
  const isSet = (name: string) => reader.text(prefix + name) !== null;
  const begunWith = [...names, ...extras].find(isSet);
  if (begunWith === undefined) return null;
  for (const name of names) {
    if (!isSet(name)) reader.complain(prefix + name, `is missing, while ${prefix}${begunWith} is set`);
  }
  const token = reader.text(`${prefix}CALLBACK_TOKEN`);
  if (token !== null && !isGoodToken(token)) {
    reader.complain(
      `${prefix}CALLBACK_TOKEN`,
      `must be at least ${callbackTokenMinLength} letters, digits, - or _ (try: openssl rand -hex 24)`,
    );
  }
  return names.map((name) => reader.text(prefix + name) ?? '') as Texts<Names>;
}

function isGoodToken(token: string): boolean {
  return new RegExp(`^[A-Za-z0-9_-]{${callbackTokenMinLength},200}$`).test(token);
}
