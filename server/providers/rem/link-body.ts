import { wibDateTime } from '../instants.ts';
import type { LinkOrder } from '../provider.ts';
import type { LinkBody } from './client.ts';
import { bankList, disabledMethods } from './codes.ts';

/** REM's words for the link that we want (providers.md A.3). The two lists are sent empty, not left out (C.10). */
export function linkBody(order: LinkOrder & { provider: 'rem' }): LinkBody {
  return {
    partner_tx_id: order.reference,
    sender_name: order.customerName,
    amount: order.amountIdr,
    is_open: order.isOpenAmount ?? false,
    include_admin_fee: order.includeAdminFee ?? false,
    list_disabled_payment_methods: disabledMethods(order.enabledMethods),
    list_enabled_banks: bankList(order.enabledBanks),
    ...(order.description && { description: order.description }),
    ...(order.notes && { notes: order.notes }),
    ...(order.emails && { email: order.emails.join(';') }),
    ...(order.phone && { phone_number: order.phone }),
    ...(order.expiresAt && { expiration: wibDateTime(order.expiresAt) }),
    ...(order.displayName && { va_display_name: order.displayName }),
  };
}
