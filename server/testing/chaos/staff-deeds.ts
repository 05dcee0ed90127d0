import type { Client } from 'openapi-fetch';
import type { components, paths } from '../../../openapi/generated/console.ts';
import { fazzInput, remInput } from '../link-inputs.ts';
import { oneTimeInputs, paymentAt, routingInput } from '../payment-inputs.ts';
import { amountOf, type Good, type StaffDeed } from './actions.ts';
import type { Answered } from './stage.ts';

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

/** Orders that good, for the amount of the order's number. */
export function postOrder(
  client: Client<paths>,
  { good, number, key }: { good: Good; number: number; key: string },
): Promise<Answered<Payment>> {
  const params = { path: { environment }, header: { 'Idempotency-Key': key } } as const;
  const amountIdr = amountOf(number);
  switch (good) {
    case 'REM link':
      return client.POST('/api/{environment}/links', { params, body: remInput({ amountIdr }) });
    case 'Fazz link':
      return client.POST('/api/{environment}/links', { params, body: fazzInput({ amountIdr }) });
    case 'QRIS routing':
      return client.POST('/api/{environment}/routings', { params, body: routingInput({ amountIdr }) });
    default: {
      const body = { ...oneTimeInputs[good], amountIdr };
      return client.POST('/api/{environment}/one-time-payments', { params, body });
    }
  }
}
