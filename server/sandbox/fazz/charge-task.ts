import type { Charge } from '../charges/charge.ts';
import { chooseMethod } from '../charges/choose-method.ts';
import { keepCharge, settleCharge } from '../charges/keep-charge.ts';
import { payCharge, wholeAmount } from '../charges/pay-charge.ts';
import { closed, mayHappen } from '../charges/transitions.ts';
import { nowOf, type Reply, type Twin } from '../twin.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { fazzReply } from './fazz-replies.ts';
import { fazzStatus } from './fazz-statement.ts';
import { attributesOf } from './read-create-request.ts';

interface TaskAnswer {
  httpStatus: number;
  targetType: 'payment_links' | 'payment';
}

/** cancel, or the sandbox's receive_payment and settle (providers.md B.2, B.3). Throws FazzRefusal. */
export function runTask(twin: Twin, charge: Charge, body: unknown, { httpStatus, targetType }: TaskAnswer): Reply {
  const { action } = attributesOf(body);
  if (action === 'cancel') cancel(twin, charge);
  else if (action === 'receive_payment') receivePayment(twin, charge);
  else if (action === 'settle') settle(twin, charge);
  else throw new FazzRefusal('005', 'action must be cancel, receive_payment or settle');
  return fazzReply(
    httpStatus,
    { data: { type: 'task', attributes: { targetId: charge.id, targetType, action } } },
    charge.id,
  );
}

function cancel(twin: Twin, charge: Charge): void {
  if (charge.kind === 'one-time' && charge.choice?.method !== 'va')
    throw new FazzRefusal('003', 'cancel is for virtual accounts only');
  if (!mayHappen(charge, 'close')) throw refusal('cancel', charge);
  keepCharge(twin, closed(charge, nowOf(twin)));
}

function receivePayment(twin: Twin, charge: Charge): void {
  const at = nowOf(twin);
  const [offer] = twin.providers.fazz.offers(charge);
  const chosen = charge.status === 'created' && offer ? chooseMethod(twin, charge, offer, at) : charge;
  if (!mayHappen(chosen, 'pay')) throw refusal('receive_payment', charge);
  payCharge(twin, chosen, wholeAmount, at);
}

function settle(twin: Twin, charge: Charge): void {
  if (!mayHappen(charge, 'settle')) throw refusal('settle', charge);
  settleCharge(twin, charge, nowOf(twin));
}

const refusal = (action: string, charge: Charge) => {
  const name = charge.kind === 'link' ? 'payment link' : 'payment';
  return new FazzRefusal('005', `${action} is not possible: ${name} is ${fazzStatus(charge)}`);
};
