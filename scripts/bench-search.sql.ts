/**
 * Fills the ledger up to `count` links, spread evenly over the year before now, in the proportions of a busy merchant.
 * Written straight into the table: a benchmark of reading needs rows, not their history.
 */
export function fillPayments(from: number, to: number): string {
  return `insert into payments (id, environment, kind, provider, reference, provider_payment_id, status, settlement, amount_idr,
      paid_amount_idr, customer_name, description, emails, phone, method, channel, tx_ref_number, payment_reference_number,
      created_at, expires_at, paid_at, settles_at)
    select 'pay_' || lpad(to_hex(n), 10, '0') || substr(md5(n::text), 1, 16), 'sandbox', 'link',
      case when n % 4 = 0 then 'fazz' else 'rem' end,
      'TL' || upper(substr(md5('reference' || n), 1, 14)), md5('provider' || n),
      status, case when status <> 'paid' then 'none' when n % 10 = 0 then 'waiting' else 'settled' end,
      amount, case when status = 'paid' then amount end,
      (array['Siti','Budi','Agus','Dewi','Rina','Joko','Maya','Putri','Eko','Wati'])[n % 10 + 1] || ' ' ||
      (array['Santoso','Wijaya','Lestari','Kusuma','Hartono','Pratama','Saputra'])[n % 7 + 1] || ' ' || n % 9973,
      'Order ' || n, 'customer' || n || '@example.test', '0812' || lpad((n % 99999999)::text, 8, '0'),
      case when status = 'paid' then (array['va','qris','ewallet','card'])[n % 4 + 1] end,
      case when status = 'paid' then (array['bca','ovo','dana','mandiri'])[n % 4 + 1] end,
      'TRX' || n, case when status = 'paid' and n % 4 = 1 then upper(substr(md5('receipt' || n), 1, 12)) end,
      at, at + interval '1 day', case when status = 'paid' then at + interval '2 hours' end,
      case when status = 'paid' then at + interval '1 day' end
    from (
      select n, (1 + n % 400) * 12500 as amount,
        (array['paid','paid','paid','paid','paid','expired','expired','open','awaiting_payment','deleted'])[n * 7 % 10 + 1] as status,
        now() - interval '365 days' * ((n * 7919::bigint) % 1000003) / 1000003.0 as at
      from generate_series(${from}, ${to}) as n) as link`;
}

/** The trigram index is several times faster built at once than row by row; it is made again as the migration made it. */
export const searchIndexDefinition = `select indexdef as definition from pg_indexes where indexname = 'payments_search'`;
export const dropSearchIndex = 'drop index payments_search';

/** Requests are cut off after some seconds; building an index over a million rows is not a request. */
export const withoutTimeout = (statement: string) => `set local statement_timeout = 0; ${statement}`;

export const settleStatistics = 'vacuum (analyze) payments';

export const someReferences = `select reference from payments where kind = 'link' order by md5(id) limit $1`;
