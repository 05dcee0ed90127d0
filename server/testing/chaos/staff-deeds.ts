import type { Client } from 'openapi-fetch';
import type { components, paths } from '../../../openapi/generated/console.ts';
import { fazzInput, remInput } from '../link-inputs.ts';
import { oneTimeInputs, paymentAt, routingInput } from '../payment-inputs.ts';
import { amountOf, type StaffDeed } from './actions.ts';
import type { Answered, Order } from './stage.ts';

type Payment = components['schemas']['Payment'];
type Deed = (client: Client<paths>, id: string) => Promise<Answered<Payment>>;

const environment = 'staging';

/** What staff does to a payment, by its id; the answer shows the payment, or refuses. */
export const staffDeeds: Record<StaffDeed, Deed> = {
  refresh: (client, id) => client.POST('/api/{environment}/payments/{id}/refresh', paymentAt(id, environment)),
  delete: (client, id) => client.DELETE('/api/{environment}/payments/{id}', paymentAt(id, environment)),
  'resend callback': (client, id) =>
    client.POST('/api/{environment}/payments/{id}/resend-callback', paymentAt(id, environment)),
  'simulate payment': simulate('payment'),
  'simulate settlement': simulate('settlement'),
};

function simulate(step: 'payment' | 'settlement'): Deed {
  return async (client, id) => {
    const params = { path: { environment } } as const;
    const path = '/api/{environment}/payment-simulations';
    const { data, error, response } = await client.POST(path, { params, body: { ids: [id], step } });
    const payment = data?.results[0]?.payment;
    return { ...(payment && { data: payment }), error, response };
  };
}

/** A link of Fazz lives for some nights: what became of a creation can be found out for as long as it may be repeated. */
const fazzLinkLifeMs = 3 * 24 * 3_600_000;

/** Orders that good, for the amount of the order's number. */
export function postOrder(client: Client<paths>, order: Order): Promise<Answered<Payment>> {
  const { good, number, key, at } = order;
  const params = { path: { environment }, header: { 'Idempotency-Key': key } } as const;
  const amountIdr = amountOf(number);
  const expiresAt = new Date(at.getTime() + fazzLinkLifeMs).toISOString();
  switch (good) {
    case 'REM link':
      return client.POST('/api/{environment}/links', { params, body: remInput({ amountIdr }) });
    case 'Fazz link':
      return client.POST('/api/{environment}/links', { params, body: fazzInput({ amountIdr, expiresAt }) });
    case 'QRIS routing':
      return client.POST('/api/{environment}/routings', { params, body: routingInput({ amountIdr }) });
    default: {
      const body = { ...oneTimeInputs[good], amountIdr };
      return client.POST('/api/{environment}/one-time-payments', { params, body });
    }
  }
}
