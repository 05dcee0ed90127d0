import { ofFazz, type Stories } from './scenario-story.ts';

/** What the console shows when a provider says it otherwise than usual. */
export const storiesOfWords = {
  envelope_flat: [
    {
      of: ['REM link'],
      isLasting: true,
      tells: {
        refreshed: 'unchanged; read: applied',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
  ],
  envelope_wrapped: [
    {
      of: ['REM link'],
      under: { remEnvelope: 'flat' },
      isLasting: true,
      tells: {
        refreshed: 'unchanged; read: applied',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
  ],
  times_with_zone: [
    {
      of: ['REM link'],
      isLasting: true,
      tells: {
        created: '`open`; create: applied',
        refreshed: 'unchanged; read: applied',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      isLasting: true,
      tells: {
        created: '`awaiting_payment`; create: applied',
        refreshed: 'unchanged; read: applied',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
  ],
  times_without_zone: [
    {
      of: ['REM link'],
      under: { remTimes: 'with_zone' },
      isLasting: true,
      tells: {
        created: '`open`; create: applied',
        refreshed: 'unchanged; read: applied',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ['QRIS routing'],
      under: { remTimes: 'with_zone' },
      isLasting: true,
      tells: {
        created: '`awaiting_payment`; create: applied',
        refreshed: 'unchanged; read: applied',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied; callback: applied',
      },
    },
    {
      of: ofFazz,
      isLasting: true,
      tells: {
        created:
          '`open`; create: applied, “data.attributes.createdAt must match a pattern.” “data.attributes.expiredAt must match a pattern.” “createdAt could not be used.” “expiredAt could not be used.”',
        refreshed:
          'unchanged; read: duplicate (same as before), “data.attributes.createdAt must match a pattern.” “data.attributes.expiredAt must match a pattern.” “createdAt could not be used.” “expiredAt could not be used.”',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback; callback: applied, “data.attributes.createdAt must match a pattern.” “data.attributes.expiredAt must match a pattern.” “createdAt could not be used.” “expiredAt could not be used.”',
        'refreshed again':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied, “data.attributes.createdAt must match a pattern.” “data.attributes.expiredAt must match a pattern.” “createdAt could not be used.” “expiredAt could not be used.”',
      },
    },
  ],
  amount_as_string: [
    {
      of: ['REM link'],
      isLasting: true,
      tells: {
        created: '`open`; create: applied',
        refreshed: 'unchanged; read: applied, “data.amount must be number, but is string.”',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied, “data.amount must be number, but is string.” “data.paid_amount must be number or null, but is string.”; callback: applied, “amount must be number, but is string.” “paid_amount must be number or null, but is string.”',
      },
    },
    {
      of: ['QRIS routing'],
      isLasting: true,
      tells: {
        created: '`awaiting_payment`; create: applied, “receive_amount must be integer, but is string.”',
        refreshed:
          'unchanged; read: applied, “request_amount must be integer, but is string.” “received_amount must be integer, but is string.”',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied, “request_amount must be integer, but is string.” “received_amount must be integer, but is string.”; callback: applied, “receive_amount must be number, but is string.”',
      },
    },
  ],
  missing_field: [
    {
      of: ['REM link'],
      isLasting: true,
      tells: {
        refreshed: 'unchanged; read without a status: applied, “data.status is missing.”',
        'customer pays':
          'unchanged; callback without a status: applied, “status is missing.” “settlement_status came without a payment and was not used.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
    {
      of: ['QRIS routing'],
      isLasting: true,
      tells: {
        refreshed: 'unchanged; read without a status: stale (nothing known), “payment_status is missing.”',
        'customer pays':
          'unchanged; callback without a status: applied, “payment_status is missing.” “payment_received_time came without a payment and was not used.” “settlement_status came without a payment and was not used.” “settlement_time came without a payment and was not used.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
    {
      of: ofFazz,
      isLasting: true,
      tells: {
        refreshed: 'unchanged; read without a status: stale (nothing known), “data.attributes.status is missing.”',
        'customer pays':
          'unchanged; callback without a status: duplicate (same as before), “data.attributes.status is missing.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
  ],
  unknown_status: [
    {
      of: ['REM link'],
      isLasting: true,
      tells: {
        refreshed:
          'unchanged; read without a status: applied, “data.status must be one of: created, initiated, waiting_payment, charge_in_progress, processing, complete, success, failed, expired, closed.” “status could not be used.”',
        'customer pays':
          'unchanged; callback without a status: applied, “status must be one of: created, initiated, waiting_payment, charge_in_progress, processing, complete, success, failed, expired, closed.” “status could not be used.” “settlement_status came without a payment and was not used.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
    {
      of: ['QRIS routing'],
      isLasting: true,
      tells: {
        refreshed:
          'unchanged; read without a status: stale (nothing known), “payment_status must be one of: CREATED, WAITING_PAYMENT, PAYMENT_IN_PROGRESS, DISBURSE_IN_PROGRESS, COMPLETE, INCOMPLETE, EXPIRED, PAYMENT_FAILED, REFUND.” “payment_status could not be used.”',
        'customer pays':
          'unchanged; callback without a status: applied, “payment_status must be one of: CREATED, WAITING_PAYMENT, PAYMENT_IN_PROGRESS, DISBURSE_IN_PROGRESS, COMPLETE, INCOMPLETE, EXPIRED, PAYMENT_FAILED, REFUND.” “payment_status could not be used.” “payment_received_time came without a payment and was not used.” “settlement_status came without a payment and was not used.” “settlement_time came without a payment and was not used.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
    {
      of: ['Fazz link'],
      isLasting: true,
      tells: {
        refreshed:
          'unchanged; read without a status: stale (nothing known), “data.attributes.status must be one of: draft, pending, paid, completed, expired, failed, cancelled.” “status could not be used.”',
        'customer pays':
          'unchanged; callback without a status: duplicate (same as before), “data.attributes.status must be one of: draft, pending, paid, completed, expired, failed, cancelled.” “status could not be used.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
    {
      of: ['one-time payment'],
      isLasting: true,
      tells: {
        refreshed:
          'unchanged; read without a status: stale (nothing known), “data.attributes.status must be one of: pending, processing, paid, completed, expired, failed, cancelled.” “status could not be used.”',
        'customer pays':
          'unchanged; callback without a status: duplicate (same as before), “data.attributes.status must be one of: pending, processing, paid, completed, expired, failed, cancelled.” “status could not be used.”',
        'looked at by the sweep afterwards':
          '`paid`, settlement `waiting`, known from sweep, confirmed by reading; sweep: applied',
      },
    },
  ],
  unknown_field: [
    {
      of: ['REM link'],
      isLasting: true,
      tells: {
        created: '`open`; create: applied, “sandbox_unknown_field is not in the contract.”',
        refreshed: 'unchanged; read: applied, “data.sandbox_unknown_field is not in the contract.”',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied, “data.sandbox_unknown_field is not in the contract.”; callback: applied, “sandbox_unknown_field is not in the contract.”',
      },
    },
    {
      of: ['QRIS routing'],
      isLasting: true,
      tells: {
        created: '`awaiting_payment`; create: applied, “sandbox_unknown_field is not in the contract.”',
        refreshed: 'unchanged; read: applied, “sandbox_unknown_field is not in the contract.”',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback, confirmed by reading; read: applied, “sandbox_unknown_field is not in the contract.”; callback: applied, “sandbox_unknown_field is not in the contract.”',
      },
    },
    {
      of: ofFazz,
      isLasting: true,
      tells: {
        created: '`open`; create: applied, “data.attributes.sandboxUnknownField is not in the contract.”',
        refreshed:
          'unchanged; read: duplicate (same as before), “data.attributes.sandboxUnknownField is not in the contract.”',
        'customer pays':
          '`paid`, settlement `waiting`, known from callback; callback: applied, “data.attributes.sandboxUnknownField is not in the contract.”',
      },
    },
  ],
} as const satisfies Stories;
