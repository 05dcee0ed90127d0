import type { components } from '../../openapi/generated/console.ts';
import { createDice, type Dice } from './dice.ts';
import { minutesAgo, someDay } from './seed-days.ts';
import type { Fate, PlannedPayment } from './seed-plan.ts';
import { smallGoods } from './seed-words.ts';

type Input = components['schemas']['CreateOneTimePaymentInput'];

const paymentCount = 55;
const minuteMs = 60_000;
const displayName = 'Toko Batik Melati';

/** One-time payments of Fazz by every method, in no order. */
export function planOneTimePayments(now: Date): PlannedPayment[] {
  const dice = createDice(20_261_122);
  return Array.from({ length: paymentCount }, (_, index) => planPayment(dice, index, now));
}

function planPayment(dice: Dice, index: number, now: Date): PlannedPayment {
  const isRecent = index < recentFates.length;
  const input = order(dice);
  const fate = recentFates[index] ?? fateOf(dice);
  return {
    kind: 'one-time',
    createdAt: isRecent ? minutesAgo(dice, now, 8, 25) : someDay(dice, now),
    input,
    // Fazz cancels virtual accounts alone (providers.md B.3).
    fate: fate === 'deleted' && input.method !== 'va' ? 'left' : fate,
    way: null,
    delayMs: dice.whole(2, input.method === 'ewallet' ? 6 : 300) * minuteMs,
    paysIdr: undefined,
    note: undefined,
  };
}

function order(dice: Dice): Input {
  const good = dice.pick(smallGoods);
  const common = { amountIdr: good.priceIdr, description: `Pesanan ${dice.whole(1000, 9999)} ${good.name}` };
  switch (dice.pick(['va', 'va', 'va', 'qris', 'qris', 'retail_outlet', 'ewallet'] as const)) {
    case 'va':
      return { method: 'va', ...common, channel: dice.pick(['bca', 'bca', 'mandiri', 'bri', 'bni']), displayName };
    case 'qris':
      return { method: 'qris', ...common, displayName };
    case 'retail_outlet':
      return { method: 'retail_outlet', ...common, channel: dice.pick(['alfamart', 'indomaret']), displayName };
    case 'ewallet':
      return {
        method: 'ewallet',
        ...common,
        channel: dice.pick(['ovo', 'shopeepay']),
        returnUrl: 'https://toko.example/terima-kasih',
      };
  }
}

const recentFates: readonly Fate[] = ['left', 'left', 'left', 'processing', 'paid', 'paid'];

function fateOf(dice: Dice): Fate {
  const share = dice.whole(1, 100);
  if (share <= 66) return 'paid';
  if (share <= 82) return 'left';
  if (share <= 91) return 'deleted';
  if (share <= 95) return 'failed';
  return share <= 98 ? 'late' : 'unreachable';
}
