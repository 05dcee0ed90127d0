import type { EnvironmentName } from '../../../api/keys.ts';
import type { SimulationStep } from '../../../api/payment-actions.ts';
import type { Payment } from '../../../api/payments.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/words.tsx';
import { useKindViews } from '../../kind-views.tsx';
import type { Simulate } from '../use-payment-actions.ts';

interface SimulateButtonsProps {
  payment: Payment;
  environment: EnvironmentName;
  simulate: Simulate;
}

const actionOf = { payment: 'simulatePayment', settlement: 'simulateSettlement' } as const satisfies Record<
  SimulationStep,
  keyof Payment['actions']
>;

/** What the provider can pretend for such a payment; where it may not, the button tells why. */
export function SimulateButtons({ payment, environment, simulate }: SimulateButtonsProps) {
  const { common, payment: words } = useWords();
  const provider = common.providers[payment.provider];
  const steps = useKindViews()[payment.kind].providers[payment.provider] ?? [];
  return steps.map((step) => {
    const { reason } = payment.actions[actionOf[step]];
    const whyNot = environment === 'production' ? words.simulation.never : reason && common.reasons[reason];
    return (
      <Button
        key={step}
        size="small"
        busy={simulate.isPending && simulate.variables === step}
        disabledReason={whyNot}
        hint={words.simulation.hint[step](provider)}
        onClick={() => simulate.mutate(step)}
      >
        {words.simulation[step]}
      </Button>
    );
  });
}
