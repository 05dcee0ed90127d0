import type { Destination } from '../../api/destinations.ts';

const id = (number: number) => `dst_${number.toString().padStart(26, '0')}`;

const everything = {
  providers: null,
  kinds: null,
  secretChangedAt: null,
  createdAt: '2026-11-02T03:00:00.000Z',
};

/** One that keeps failing and was therefore paused. */
export const stoppedDestination: Destination = {
  ...everything,
  id: id(2),
  name: 'Sistem gudang Surabaya',
  url: 'https://gudang.example/webhooks/pembayaran',
  providers: ['fazz'],
  kinds: ['link', 'one-time'],
  state: 'paused',
  pausedReason: 'keeps_failing',
  failingSince: '2026-11-19T20:14:00.000Z',
  waitingCount: 1284,
  lastDeliveredAt: '2026-11-19T20:12:40.000Z',
};

/** Destinations in every state that they can be in. */
export const destinationsInEveryState: Destination[] = [
  {
    ...everything,
    id: id(1),
    name: 'Order system',
    url: 'https://orders.example/hooks/payments',
    state: 'active',
    pausedReason: null,
    failingSince: null,
    waitingCount: 0,
    lastDeliveredAt: '2026-11-20T07:06:12.000Z',
    secretChangedAt: '2026-11-18T02:30:00.000Z',
  },
  stoppedDestination,
  {
    ...everything,
    id: id(3),
    name: 'ERP',
    url: 'https://erp.example/api/v2/integrations/payment-gateway/callbacks?company=0042&channel=online',
    state: 'active',
    pausedReason: null,
    failingSince: '2026-11-20T06:58:00.000Z',
    waitingCount: 3,
    lastDeliveredAt: '2026-11-20T06:57:12.000Z',
  },
  {
    ...everything,
    id: id(4),
    name: 'Laporan',
    url: 'https://laporan.example/masuk',
    kinds: ['routing'],
    state: 'paused',
    pausedReason: 'by_person',
    failingSince: null,
    waitingCount: 0,
    lastDeliveredAt: null,
  },
];
