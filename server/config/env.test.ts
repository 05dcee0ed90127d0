import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRealEnvironmentConfigured } from './config.ts';
import { readEnv } from './env.ts';
import { EnvError } from './env-reader.ts';

const token = 'a-callback-token-of-32-characters';
const productionRem = {
  PRODUCTION_REM_USERNAME: 'toko',
  PRODUCTION_REM_API_KEY: 'key-of-rem',
  PRODUCTION_REM_CALLBACK_TOKEN: token,
  PUBLIC_URL: 'https://tautan.example.com',
};
const stagingFazz = {
  STAGING_FAZZ_API_KEY: 'test_key',
  STAGING_FAZZ_SECRET_KEY: 'test_secret',
  STAGING_FAZZ_SIGNING_SECRET: 'ss_signing',
  STAGING_FAZZ_CALLBACK_TOKEN: token,
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readEnv(env);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings from the environment', () => {
  it('without any, the sandbox runs alone on an embedded database', () => {
    const { config, secrets } = readEnv({});
    expect(config).toEqual({
      port: 3000,
      sandboxPort: 3001,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: './data',
      databaseUrlSet: false,
      answerWithinMs: 10_000,
      providerTimeoutMs: 125_000,
      environments: ['sandbox'],
      trustProxy: false,
      logLevel: 'info',
    });
    expect(secrets).toEqual({ databaseUrl: null, accounts: [] });
    expect(isRealEnvironmentConfigured(config)).toBe(false);
  });

  it('an empty value counts as absent, as in a .env file', () => {
    expect(readEnv({ PORT: '', STAGING_REM_USERNAME: ' ' }).config.port).toBe(3000);
  });

  it('a real account switches the sandbox off unless it is asked for', () => {
    expect(readEnv(stagingFazz).config.environments).toEqual(['staging']);
    expect(readEnv({ ...stagingFazz, ...productionRem, SANDBOX: 'on' }).config.environments).toEqual([
      'sandbox',
      'staging',
      'production',
    ]);
    expect(isRealEnvironmentConfigured(readEnv({ ...stagingFazz, SANDBOX: 'on' }).config)).toBe(true);
  });

  it('accounts carry the documented addresses unless others are given', () => {
    const { accounts } = readEnv({ ...stagingFazz, ...productionRem }).secrets;
    expect(accounts).toEqual([
      {
        environment: 'staging',
        provider: 'fazz',
        baseUrl: 'https://sandbox-id.xfers.com/api/v4',
        payUrl: null,
        callbackToken: token,
        credentials: { apiKey: 'test_key', secretKey: 'test_secret', signingSecret: 'ss_signing' },
      },
      {
        environment: 'production',
        provider: 'rem',
        baseUrl: 'https://partner.rem.id',
        payUrl: 'https://pay.rem.id',
        callbackToken: token,
        credentials: { username: 'toko', apiKey: 'key-of-rem' },
      },
    ]);
    const elsewhere = readEnv({ ...stagingFazz, STAGING_FAZZ_URL: 'http://localhost:4000/api/v4/' });
    expect(elsewhere.secrets.accounts[0]?.baseUrl).toBe('http://localhost:4000/api/v4');
  });

  it('all complaints come at once, each with its variable', () => {
    expect(
      problemsOf({
        PORT: 'abc',
        SANDBOX_PORT: '70000',
        SANDBOX: 'maybe',
        PUBLIC_URL: 'ftp://x',
        LOG_LEVEL: 'loud',
        DATABASE_URL: 'mysql://root:geheim@db/x',
        TRUST_PROXY: 'true',
      }),
    ).toEqual([
      'PORT: "abc" is not a whole number from 0 to 65535',
      'DATABASE_URL: is not an address like postgres://user:password@host:5432/database',
      'SANDBOX_PORT: "70000" is not a whole number from 0 to 65535',
      'PUBLIC_URL: is not an address like https://example.com (no query, no user name)',
      'SANDBOX: "maybe" is none of on, off',
      'TRUST_PROXY: "true" is neither a number of proxies (1 to 9) nor a list of their addresses',
      'LOG_LEVEL: "loud" is none of fatal, error, warn, info, debug, silent',
    ]);
  });

  it('an account that is set in part names what is missing', () => {
    expect(problemsOf({ STAGING_REM_USERNAME: 'toko', STAGING_FAZZ_URL: 'https://example.com' })).toEqual([
      'STAGING_REM_API_KEY: is missing, while STAGING_REM_USERNAME is set',
      'STAGING_REM_CALLBACK_TOKEN: is missing, while STAGING_REM_USERNAME is set',
      'STAGING_FAZZ_API_KEY: is missing, while STAGING_FAZZ_URL is set',
      'STAGING_FAZZ_SECRET_KEY: is missing, while STAGING_FAZZ_URL is set',
      'STAGING_FAZZ_SIGNING_SECRET: is missing, while STAGING_FAZZ_URL is set',
      'STAGING_FAZZ_CALLBACK_TOKEN: is missing, while STAGING_FAZZ_URL is set',
    ]);
  });

  it('a short callback token is refused and not repeated', () => {
    const [problem = ''] = problemsOf({ ...productionRem, PRODUCTION_REM_CALLBACK_TOKEN: 'short-secret' });
    expect(problem).toContain('PRODUCTION_REM_CALLBACK_TOKEN: must be at least 24 letters');
    expect(problem).not.toContain('short-secret');
  });

  it('production needs https, towards us and towards the provider', () => {
    expect(
      problemsOf({ ...productionRem, PUBLIC_URL: 'http://tautan.example.com', PRODUCTION_REM_URL: 'http://rem' }),
    ).toEqual([
      'PRODUCTION_REM_URL: must be https: production credentials travel there',
      'PUBLIC_URL: must be an https address when production is configured',
    ]);
  });

  it('a server that would run nothing does not start', () => {
    expect(problemsOf({ SANDBOX: 'off' })).toEqual([
      'SANDBOX: is off, and neither staging nor production is configured: nothing would run',
    ]);
  });

  it.each([
    ['2', 2],
    ['off', false],
    ['loopback, 10.0.0.0/8, fd00::1', ['loopback', '10.0.0.0/8', 'fd00::1']],
  ])('TRUST_PROXY=%s is understood', (text, expected) => {
    expect(readEnv({ TRUST_PROXY: text }).config.trustProxy).toEqual(expected);
  });

  it('.env.example describes every variable that is read, and no other', () => {
    const example = readFileSync('.env.example', 'utf8');
    const names = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    const read = new Set<string>();
    const spy = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          read.add(String(name));
          return undefined;
        },
      },
    );
    readEnv(spy);
    expect(names.toSorted()).toEqual([...read].toSorted());
  });
});
