import { createDice, type Dice } from './dice.ts';
import { minutesAgo, someDay } from './seed-days.ts';
import type { Fate, PlannedPayment } from './seed-plan.ts';
import { qrisWays, smallGoods } from './seed-words.ts';

const routingCount = 45;
const minuteMs = 60_000;

/** QRIS routings of REM, in no order; each lives for half an hour. */
export function planRoutings(now: Date): PlannedPayment[] {
  const dice = createDice(20_261_121);
  return Array.from({ length: routingCount }, (_, index) => planRouting(dice, index, now));
}

function planRouting(dice: Dice, index: number, now: Date): PlannedPayment {
  const isRecent = index < recentFates.length;
  return {
    kind: 'routing',
    createdAt: isRecent ? minutesAgo(dice, now, 8, 22) : someDay(dice, now),
    input: {
      amountIdr: dice.pick(smallGoods).priceIdr,
      hasHostedPage: dice.percent(35),
      ...(dice.percent(60) && { partnerUserId: `pelanggan-${dice.whole(100, 999)}` }),
      ...(dice.percent(30) && { emails: [`pelanggan${dice.whole(100, 999)}@example.com`] }),
    },
    fate: recentFates[index] ?? fateOf(dice),
    way: dice.pick(qrisWays),
    delayMs: dice.whole(1, 6) * minuteMs,
    paysIdr: undefined,
    note: undefined,
  };
}

const recentFates: readonly Fate[] = ['left', 'left', 'left', 'paid', 'paid'];

function fateOf(dice: Dice): Fate {
  const share = dice.whole(1, 100);
  if (share <= 74) return 'paid';
  return share <= 94 ? 'left' : share <= 98 ? 'late' : 'unreachable';
}
