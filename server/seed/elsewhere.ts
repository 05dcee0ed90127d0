import { demoAccount } from '../sandbox/demo-account.ts';

/** Another program of the merchant, which uses REM without Tautan: what it makes is not in our ledger. */
export async function createElsewhere(remUrl: string, reference: string, amountIdr: number): Promise<void> {
  const response = await fetch(`${remUrl}/api/payment-checkout/create-v2`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-username': demoAccount.rem.username,
      'x-api-key': demoAccount.rem.apiKey,
    },
    body: JSON.stringify({
      partner_tx_id: reference,
      sender_name: 'Toko Sebelah',
      description: 'Dibuat di kasir',
      amount: amountIdr,
      is_open: false,
      include_admin_fee: false,
      list_disabled_payment_methods: '',
      list_enabled_banks: '',
    }),
  });
  if (!response.ok) throw new Error(`REM's twin answered ${response.status}`);
  await response.body?.cancel();
}
