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
      readsPerMinute: 60,
      stopWithinMs: 25_000,
      environments: ['sandbox'],
      trustProxy: false,
      destinationNetworks: [],
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
        qrHosts: ['*.xfers.com', '*.fazz.com'],
        callbackToken: token,
        previousCallbackToken: null,
        callbackNetworks: [],
        credentials: { apiKey: 'test_key', secretKey: 'test_secret', signingSecret: 'ss_signing' },
      },
      {
        environment: 'production',
        provider: 'rem',
        baseUrl: 'https://partner.rem.id',
        payUrl: 'https://pay.rem.id',
        qrHosts: ['*.rem.id'],
        callbackToken: token,
        previousCallbackToken: null,
        callbackNetworks: [],
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

  it('the hosts of QR images are a list, of which each may stand for all below it', () => {
    const QR_HOSTS = 'Checkout.sento.id, *.sento.id,localhost.test:8443';
    const { accounts } = readEnv({ ...productionRem, PRODUCTION_REM_QR_HOSTS: QR_HOSTS }).secrets;
    expect(accounts[0]?.qrHosts).toEqual(['checkout.sento.id', '*.sento.id', 'localhost.test:8443']);
    expect(problemsOf({ ...stagingFazz, STAGING_FAZZ_QR_HOSTS: 'id.xfers.com,*.com,https://x.id,' })).toEqual([
      'STAGING_FAZZ_QR_HOSTS: "*.com" is not a host like checkout.rem.id or *.rem.id',
      'STAGING_FAZZ_QR_HOSTS: "https://x.id" is not a host like checkout.rem.id or *.rem.id',
      'STAGING_FAZZ_QR_HOSTS: "" is not a host like checkout.rem.id or *.rem.id',
    ]);
  });

  it('a short callback token is refused and not repeated', () => {
    const [problem = ''] = problemsOf({ ...productionRem, PRODUCTION_REM_CALLBACK_TOKEN: 'short-secret' });
    expect(problem).toContain('PRODUCTION_REM_CALLBACK_TOKEN: must be at least 24 letters');
    expect(problem).not.toContain('short-secret');
  });

  it('an old callback token stays valid beside the new one, and callbacks may be held to networks', () => {
    const PRODUCTION_REM_CALLBACK_TOKEN_PREVIOUS = 'the-token-of-before-of-32-letters';
    const extras = {
      PRODUCTION_REM_CALLBACK_TOKEN_PREVIOUS,
      PRODUCTION_REM_CALLBACK_NETWORKS: '203.0.113.0/24, 2001:db8::7',
    };
    expect(readEnv({ ...productionRem, ...extras }).secrets.accounts[0]).toMatchObject({
      callbackToken: token,
      previousCallbackToken: PRODUCTION_REM_CALLBACK_TOKEN_PREVIOUS,
      callbackNetworks: ['203.0.113.0/24', '2001:db8::7'],
    });
    const bad = { PRODUCTION_REM_CALLBACK_TOKEN_PREVIOUS: 'short', PRODUCTION_REM_CALLBACK_NETWORKS: 'rem.id' };
    expect(problemsOf({ ...productionRem, ...bad })).toEqual([
      expect.stringContaining('PRODUCTION_REM_CALLBACK_TOKEN_PREVIOUS: must be at least 24 letters'),
      'PRODUCTION_REM_CALLBACK_NETWORKS: "rem.id" is not a network like 10.2.0.0/16',
    ]);
    expect(problemsOf({ STAGING_REM_CALLBACK_NETWORKS: '10.0.0.0/8' })).toContain(
      'STAGING_REM_USERNAME: is missing, while STAGING_REM_CALLBACK_NETWORKS is set',
    );
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

  it('the networks of destinations are a list of addresses and ranges', () => {
    expect(readEnv({ DESTINATION_NETWORKS: '10.2.0.0/16, fd00::/8,192.168.1.7' }).config.destinationNetworks).toEqual([
      '10.2.0.0/16',
      'fd00::/8',
      '192.168.1.7',
    ]);
    expect(problemsOf({ DESTINATION_NETWORKS: '10.2.0.0/33,loopback' })).toEqual([
      'DESTINATION_NETWORKS: "10.2.0.0/33" is not a network like 10.2.0.0/16',
      'DESTINATION_NETWORKS: "loopback" is not a network like 10.2.0.0/16',
    ]);
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
