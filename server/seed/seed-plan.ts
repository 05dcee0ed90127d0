import type { components } from '../../openapi/generated/console.ts';
import { createDice, type Dice } from './dice.ts';
import { familyNames, fazzWays, givenNames, goods, payerNotes, remWays } from './seed-words.ts';

type CreateLinkInput = components['schemas']['CreateLinkInput'];

export type Way = (typeof remWays)[number] | (typeof fazzWays)[number];

/** What becomes of a link. `left`: nobody opens it, so that it is open or expires; `late`: paid after it expired. */
export type Fate = 'paid' | 'left' | 'chosen' | 'processing' | 'failed' | 'deleted' | 'late' | 'unreachable';

export interface PlannedLink {
  createdAt: Date;
  input: CreateLinkInput;
  fate: Fate;
  way: Way;
  /** From creation to what the payer, or we, do with it. */
  delayMs: number;
  /** What an open amount is paid with, rupiah; undefined pays all. */
  paysIdr: number | undefined;
  note: string | undefined;
}

const linkCount = 200;
const days = 30;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The links of the 30 days before `now`, oldest first: more of them lately, at the hours of a shop, in every state. */
export function planLinks(now: Date): PlannedLink[] {
  const dice = createDice(20_261_120);
  const planned = Array.from({ length: linkCount }, (_, index) => planLink(dice, index, now));
  return planned
    .filter(({ createdAt }) => createdAt.getTime() < now.getTime() - minuteMs)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

function planLink(dice: Dice, index: number, now: Date): PlannedLink {
  const provider = dice.percent(62) ? 'rem' : 'fazz';
  const createdAt = index < recentFates.length ? recently(dice, now) : someDay(dice, now);
  const fate = recentFates[index] ?? fateOf(dice);
  const input = order(dice, provider, createdAt);
  const isOpen = input.provider === 'rem' && input.isOpenAmount === true;
  return {
    createdAt,
    input,
    fate,
    way: provider === 'rem' ? dice.pick(remWays) : dice.pick(fazzWays),
    delayMs: index < recentFates.length ? dice.whole(3, 20) * minuteMs : dice.whole(4, 20 * 60) * minuteMs,
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

const recently = (dice: Dice, now: Date) => new Date(now.getTime() - dice.whole(30 * 60, 150 * 60) * 1000);

/** A day of the 30, and an hour between 8 and 21 in Jakarta. */
function someDay(dice: Dice, now: Date): Date {
  const daysAgo = Math.min(dice.whole(1, days), dice.whole(1, days + 10));
  const day = new Date(now.getTime() - daysAgo * dayMs).toISOString().slice(0, 10);
  return new Date(Date.parse(`${day}T01:00:00Z`) + dice.whole(0, 13 * 3600 - 1) * 1000);
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
