/**
 * The one merchant account that the twin has at each provider. The credentials open nothing but a twin, so they are
 * printed, committed and the same everywhere.
 */
export const demoAccount = {
  merchantName: 'Toko Melati',
  rem: { username: 'tautan_sandbox', apiKey: 'sandbox-rem-key' },
  fazz: { apiKey: 'test_sandbox', secretKey: 'sandbox-fazz-secret', signingSecret: 'ss_sandbox' },
} as const;
