import type { Payment } from '../../../api/payments.ts';
import { Alert } from '../../../ui/alert.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CloseIcon } from '../../../ui/icons.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useWords } from '../../../words/words.tsx';
import { CodeMeaning } from '../../codes/code-meaning.tsx';
import type { Simulate } from '../use-payment-actions.ts';

/** Why a simulation did not come about, or that nobody knows whether it did. */
export function SimulateRefusal({ payment, simulate }: { payment: Payment; simulate: Simulate }) {
  const { common, payment: words } = useWords();
  const { simulation, problem } = words;
  if (simulate.error)
    return <ProblemAlert error={simulate.error} title={problem.simulate} onDismiss={simulate.reset} />;
  const result = simulate.data;
  if (!result || result.outcome === 'simulated') return null;
  const { outcome, reason, detail, providerCode } = result;
  const dismiss = <IconButton label={common.close} icon={<CloseIcon />} onClick={simulate.reset} />;
  if (outcome === 'unknown') {
    return (
      <Alert tone="warning" title={simulation.outcomes.unknown} action={dismiss}>
        {simulation.unknownDetail(common.providers[payment.provider])}
      </Alert>
    );
  }
  return (
    <Alert tone="error" title={problem.simulate} action={dismiss}>
      {simulation.outcomes[outcome]}. {reason && common.reasons[reason]}
      {detail && words.providerSaid(common.providers[payment.provider], detail)}
      <CodeMeaning code={providerCode} message={detail} />
    </Alert>
  );
}
