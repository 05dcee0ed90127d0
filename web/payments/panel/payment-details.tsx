import type { EnvironmentName } from '../../api/keys.ts';
import type { Payment } from '../../api/payments.ts';
import { Contradiction } from './contradiction.tsx';
import { PayPart } from './pay-part.tsx';
import { PaymentActions } from './payment-actions.tsx';
import { PaymentFacts } from './payment-facts.tsx';
import { PaymentNotice } from './payment-notice.tsx';
import { SimulationWatch } from './simulation/simulation-watch.tsx';
import { Timeline } from './timeline/timeline.tsx';

interface PaymentDetailsProps {
  payment: Payment;
  environment: EnvironmentName;
}

/** Everything below the head of the panel: what needs to be said, what may be done, what to pay with, what is known, and why. */
export function PaymentDetails({ payment, environment }: PaymentDetailsProps) {
  return (
    <>
      <PaymentNotice payment={payment} />
      <Contradiction payment={payment} environment={environment} />
      <PaymentActions payment={payment} environment={environment} />
      <SimulationWatch payment={payment} />
      <PayPart payment={payment} environment={environment} />
      <PaymentFacts payment={payment} />
      <Timeline payment={payment} environment={environment} />
    </>
  );
}
