import { formatCount } from '../../format/money.ts';

function counted(one: string, many: string) {
  return (count: number, isExact: boolean) =>
    isExact ? `${formatCount(count)} ${count === 1 ? one : many}` : `more than ${formatCount(count)} ${many}`;
}

/** What the lists say in words of their own, by their place in the address. */
export const lists = {
  links: {
    title: 'Payment links',
    create: 'Create link',
    mayNotCreate: 'Your role may not create links in this environment.',
    totals: counted('link', 'links'),
    showArrived: 'Show the newest links',
    emptyTitle: 'No payment links yet',
    emptyDetail: 'Links that you create here, or import from a provider, appear in this list.',
    noMatchTitle: 'No link matches',
    noMatchMany: 'No link matches all of these filters. Drop one of them:',
  },
  routings: {
    title: 'QRIS routings',
    create: 'Create QRIS routing',
    mayNotCreate: 'Your role may not create QRIS routings in this environment.',
    totals: counted('routing', 'routings'),
    showArrived: 'Show the newest routings',
    emptyTitle: 'No QRIS routings yet',
    emptyDetail:
      'A routing is a QRIS code of REM for one amount. Those that you create here, or import, appear in this list.',
    noMatchTitle: 'No routing matches',
    noMatchMany: 'No routing matches all of these filters. Drop one of them:',
  },
  'one-time': {
    title: 'One-time payments',
    create: 'Create payment',
    mayNotCreate: 'Your role may not create payments in this environment.',
    totals: counted('payment', 'payments'),
    showArrived: 'Show the newest payments',
    emptyTitle: 'No one-time payments yet',
    emptyDetail: 'Payments of Fazz that you create here, or import, appear in this list.',
    noMatchTitle: 'No payment matches',
    noMatchMany: 'No payment matches all of these filters. Drop one of them:',
  },
  payments: {
    title: 'All payments',
    create: 'Create',
    mayNotCreate: 'Your role may not create payments in this environment.',
    totals: counted('payment', 'payments'),
    showArrived: 'Show the newest payments',
    emptyTitle: 'No payments yet',
    emptyDetail:
      'Payment links, QRIS routings and one-time payments that you create here, or import, appear in this list.',
    noMatchTitle: 'No payment matches',
    noMatchMany: 'No payment matches all of these filters. Drop one of them:',
  },
};
