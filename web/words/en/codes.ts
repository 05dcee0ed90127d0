import type { RoutingCodeKey } from '../../../openapi/rules/rem-routing-codes.ts';

interface CodeWords {
  name: string;
  meaning: string;
  /** What to do now. */
  advice: string;
}

/** The response codes of REM's payment routings: docs/rem-response-codes.md says the same for developers. */
export const codes = {
  title: 'Response codes',
  of: 'Payment routings of REM',
  explained:
    'REM answers with one of these codes when it refuses a QRIS routing. Final means that REM has decided. Not final means that what became of it is open: find out before you try again.',
  final: 'Final',
  notFinal: 'Not final',
  code: 'Code',
  name: 'Name',
  meaning: 'What it means',
  advice: 'What to do',
  explain: (code: string) => `What to do about ${code}`,
  search: 'Find a code or a word',
  nothing: (q: string) => `No code matches “${q}”. REM documents no others for routings.`,
  entries: {
    success: { name: 'Success', meaning: 'REM did as asked.', advice: 'Nothing.' },
    duplicate_reference: {
      name: 'Reference used before',
      meaning: 'Another routing of this REM account has this reference already, made here or by another program.',
      advice:
        'Choose another reference, or leave it empty and the console makes one. To see the other routing, check its status.',
    },
    reference_not_found: {
      name: 'Reference not found',
      meaning: 'A routing was to be ended, and REM knows none with this reference.',
      advice: 'Check the reference and the environment. The routing may belong to another REM account.',
    },
    credentials_not_valid: {
      name: 'Credentials not valid',
      meaning: 'A routing was to be ended with credentials that REM does not know, has blocked or does not accept.',
      advice:
        'Have the username and API key of this environment compared with REM’s dashboard. If they are right, ask REM whether the account is blocked.',
    },
    deactivation_failed: {
      name: 'Not ended',
      meaning: 'REM could not end the routing and does not say why. Its QR code may still be payable.',
      advice:
        'Refresh the payment. If it is still open, try again later or let it expire, which takes an hour at most.',
    },
    amount_not_valid: {
      name: 'Amount not valid',
      meaning: 'The amount is outside what REM takes for QRIS, Rp 10.000 to Rp 10.000.000.',
      advice: 'Correct the amount. If it lies within these limits, ask REM which limits the account has.',
    },
    amount_empty: {
      name: 'Amount missing',
      meaning: 'REM found no amount in the request.',
      advice:
        'The console always sends one, so something is broken here or on the way to REM: tell a developer the request number.',
    },
    payment_method_not_valid: {
      name: 'Payment method not valid',
      meaning: 'REM does not accept the payment method. QRIS is the only one for routings.',
      advice: 'Ask REM whether QRIS is switched on for the account.',
    },
    source_of_funds_not_valid: {
      name: 'Source of funds not valid',
      meaning: 'REM does not accept the source of funds. QRIS is the only one for routings.',
      advice: 'Ask REM whether QRIS is switched on for the account.',
    },
    expiry_not_valid: {
      name: 'Expiry not valid',
      meaning: 'By REM’s clock the end is not between 1 minute and 1 hour ahead.',
      advice:
        'Choose an end that lies further from these limits. If that does not help, have the clock of the console’s server compared.',
    },
    product_not_configured: {
      name: 'Product not set up',
      meaning: 'The REM account is not set up to accept payments by routing.',
      advice: 'Ask REM to set up payment routing for the account of this environment.',
    },
    qr_maintenance: {
      name: 'QR under maintenance',
      meaning: 'REM’s QR payments are under maintenance. Nothing was created.',
      advice: 'Create a new payment later, or a payment link with another method now.',
    },
    too_many_requests: {
      name: 'Too many requests',
      meaning: 'REM received too many requests for this call. Nothing was created.',
      advice: 'Wait a minute, then create a new payment. If it happens often, ask REM for a higher limit.',
    },
    general_error: {
      name: 'General error',
      meaning: 'Something failed at REM, and whether the routing was made is open.',
      advice: 'Wait: the console asks REM by the reference until it knows. Do not create a second payment before that.',
    },
  } satisfies Record<RoutingCodeKey, CodeWords>,
};
