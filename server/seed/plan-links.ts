import type { components } from '../../openapi/generated/console.ts';
import { createDice, type Dice } from './dice.ts';
import { minutesAgo, someDay } from './seed-days.ts';
import type { Fate, PlannedPayment } from './seed-plan.ts';
import { familyNames, fazzWays, givenNames, goods, payerNotes, remWays } from './seed-words.ts';

type CreateLinkInput = components['schemas']['CreateLinkInput'];

const linkCount = 200;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Links of both providers, in no order. */
export function planLinks(now: Date): PlannedPayment[] {
  const dice = createDice(20_261_120);
  return Array.from({ length: linkCount }, (_, index) => planLink(dice, index, now));
}

function planLink(dice: Dice, index: number, now: Date): PlannedPayment {
  const provider = dice.percent(62) ? 'rem' : 'fazz';
  const isRecent = index < recentFates.length;
  const createdAt = isRecent ? minutesAgo(dice, now, 30, 150) : someDay(dice, now);
  const fate = recentFates[index] ?? fateOf(dice);
  const input = order(dice, provider, createdAt);
  const isOpen = input.provider === 'rem' && input.isOpenAmount === true;
  return {
    kind: 'link',
    createdAt,
    input,
    fate,
    way: provider === 'rem' ? dice.pick(remWays) : dice.pick(fazzWays),
    delayMs: isRecent ? dice.whole(3, 20) * minuteMs : dice.whole(4, 20 * 60) * minuteMs,
    paysIdr: isOpen ? Math.max(10_000, Math.floor(input.amountIdr / dice.whole(1, 3))) : undefined,
    note: dice.percent(12) ? dice.pick(payerNotes) : undefined,
  };
}

/** Of the last two hours, so that the states which do not last are there when somebody looks. */
const recentFates: readonly Fate[] = [
  ...Array.from({ length: 14 }, () => 'left' as const),
  ...Array.from({ length: 8 }, () => 'chosen' as const),
  ...Array.from({ length: 5 }, () => 'processing' as const),
  ...Array.from({ length: 10 }, () => 'paid' as const),
  ...Array.from({ length: 3 }, () => 'failed' as const),
];

function fateOf(dice: Dice): Fate {
  const share = dice.whole(1, 100);
  if (share <= 66) return 'paid';
  if (share <= 84) return 'left';
  if (share <= 91) return 'deleted';
  if (share <= 95) return 'failed';
  return share <= 98 ? 'late' : 'unreachable';
}

function order(dice: Dice, provider: 'rem' | 'fazz', createdAt: Date): CreateLinkInput {
  const given = dice.pick(givenNames);
  const family = dice.pick(familyNames);
  const good = dice.pick(goods);
  const pieces = good.priceIdr < 500_000 ? dice.whole(1, 4) : 1;
  const common = {
    customerName: `${given} ${family}`,
    amountIdr: good.priceIdr * pieces,
    description: `Pesanan ${dice.whole(1000, 9999)} ${good.name}`,
    emails: [`${given}.${family}${dice.whole(1, 99)}@example.com`.toLowerCase()],
    phone: `62812${dice.whole(10_000_000, 99_999_999)}`,
    expiresAt: new Date(createdAt.getTime() + dice.pick([1, 1, 1, 2, 3, 7]) * dayMs).toISOString(),
  };
  if (provider === 'fazz') return { provider, ...common };
  return {
    provider,
    ...common,
    isOpenAmount: dice.percent(8),
    includeAdminFee: dice.percent(25),
    ...(dice.percent(30) ? { notes: `Kirim ke ${dice.pick(['Sleman', 'Bantul', 'Surabaya', 'Depok'])}` } : {}),
  };
}
