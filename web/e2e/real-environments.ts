import type { AccountSettings } from '../../server/config/secrets.ts';
import { demoAccount } from '../../server/sandbox/demo-account.ts';

/** REM in a real environment. Nobody answers there, unless a twin's address is given. */
export const remAccount = (
  environment: 'staging' | 'production',
  baseUrl: string = 'http://127.0.0.1:9',
): AccountSettings => ({
  provider: 'rem',
  environment,
  baseUrl,
  payUrl: null,
  callbackToken: `a-token-of-${environment}`,
  credentials: demoAccount.rem,
});
