import type { EnvReader } from './env-reader.ts';
import { readNetworks } from './networks.ts';
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
/**
 * REM's images are at checkout.rem.id in its samples (rem-payment-routing). No document says which host serves Fazz's
 * `imageUrl`: either of the company's two names may (providers.md B.1).
 */
const qrHosts = { rem: '*.rem.id', fazz: '*.xfers.com,*.fazz.com' };
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
  const hosts = readQrHosts(reader, `${prefix}QR_HOSTS`, qrHosts.rem);
  const names = ['USERNAME', 'API_KEY', 'CALLBACK_TOKEN'] as const;
  const callbacks = readCallbackExtras(reader, prefix);
  const values = readAllOrNone(reader, prefix, names, ['URL', 'PAY_URL', 'QR_HOSTS', ...callbackExtras]);
  if (values === null) return null;
  const [username, apiKey, callbackToken] = values;
  const credentials = { username, apiKey };
  return { environment, provider: 'rem', baseUrl, payUrl, qrHosts: hosts, callbackToken, ...callbacks, credentials };
}

function readFazzAccount(reader: EnvReader, environment: RealEnvironment): AccountSettings | null {
  const prefix = `${environment.toUpperCase()}_FAZZ_`;
  const baseUrl = readApiUrl(reader, `${prefix}URL`, environment) ?? baseUrls[environment].fazz;
  const hosts = readQrHosts(reader, `${prefix}QR_HOSTS`, qrHosts.fazz);
  const names = ['API_KEY', 'SECRET_KEY', 'SIGNING_SECRET', 'CALLBACK_TOKEN'] as const;
  const callbacks = readCallbackExtras(reader, prefix);
  const values = readAllOrNone(reader, prefix, names, ['URL', 'QR_HOSTS', ...callbackExtras]);
  if (values === null) return null;
  const [apiKey, secretKey, signingSecret, callbackToken] = values;
  const credentials = { apiKey, secretKey, signingSecret };
  return {
    environment,
    provider: 'fazz',
    baseUrl,
    payUrl: null,
    qrHosts: hosts,
    callbackToken,
    ...callbacks,
    credentials,
  };
}

function readApiUrl(reader: EnvReader, name: string, environment: RealEnvironment): string | null {
  const url = reader.url(name);
  if (environment === 'production' && url?.startsWith('http:')) {
    reader.complain(name, 'must be https: production credentials travel there');
  }
  return url;
}

/** Hosts in a list with commas. The server fetches from them, so that a whole top-level domain is refused. */
function readQrHosts(reader: EnvReader, name: string, fallback: string): string[] {
  const hosts = (reader.text(name) ?? fallback).split(',').map((host) => host.trim().toLowerCase());
  for (const host of hosts) {
    if (!/^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+(:\d{1,5})?$/.test(host))
      reader.complain(name, `"${host}" is not a host like checkout.rem.id or *.rem.id`);
  }
  return hosts;
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
  checkToken(reader, `${prefix}CALLBACK_TOKEN`);
  return names.map((name) => reader.text(prefix + name) ?? '') as Texts<Names>;
}

const callbackExtras = ['CALLBACK_TOKEN_PREVIOUS', 'CALLBACK_NETWORKS'] as const;

function readCallbackExtras(reader: EnvReader, prefix: string) {
  const [previous, networks] = callbackExtras;
  checkToken(reader, prefix + previous);
  return {
    previousCallbackToken: reader.text(prefix + previous),
    callbackNetworks: readNetworks(reader, prefix + networks),
  };
}

/** The value is a secret, so a complaint never repeats it. */
function checkToken(reader: EnvReader, name: string): void {
  const token = reader.text(name);
  if (token !== null && !isGoodToken(token))
    reader.complain(
      name,
      `must be at least ${callbackTokenMinLength} letters, digits, - or _ (try: openssl rand -hex 24)`,
    );
}

function isGoodToken(token: string): boolean {
  return new RegExp(`^[A-Za-z0-9_-]{${callbackTokenMinLength},200}$`).test(token);
}
