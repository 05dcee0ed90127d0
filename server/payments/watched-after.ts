import type { Belief, Origin } from './belief.ts';
import { claimsOf } from './claims.ts';
import { countedFacts, factsAbout } from './counted-facts.ts';
import type { Fact } from './fact-order.ts';
import { claimedAtOf } from './judge-claims.ts';
import type { Watched } from './observe.sql.ts';
import type { Payment } from './payment.ts';
import { endedAtOf, lookedAtOf, sweepAfter, unreadAtOf } from './sweep-after.ts';

interface Heard {
  before: Payment;
  after: Belief;
  /** All facts of the payment, the new one included. */
  facts: readonly Fact[];
  heard: Fact;
  contradictedAt: Date | null;
}

/** What people watch of a payment after a new fact, and what the workers still have to find out about it. */
export function watchedAfter(origin: Origin, { before, after, facts, heard, contradictedAt }: Heard): Watched {
  const about = factsAbout(origin, facts);
  const open = claimsOf(about).filter(({ state }) => state === 'open');
  const isNewClaim = open.some(({ fact }) => fact === heard);
  return {
    ...unknownsAfter(before, after, isNewClaim ? heard.observedAt : null),
    ...confirmationAfter(before, open.length > 0, isNewClaim ? heard.observedAt : null),
    sweepAfter: sweepAfter(after, {
      lookedAt: lookedAtOf(facts),
      unreadAt: unreadAtOf(facts),
      isContested: contradictedAt !== null,
      endedAt: endedAtOf(countedFacts(about)),
    }),
    calledBackAt: heard.source === 'callback' ? latest(before.calledBackAt, heard.observedAt) : before.calledBackAt,
    contradictedAt,
    claimedAt: claimedAtOf(open),
  };
}

/**
 * The resolver has nothing more to find out once the creation is resolved and no delete is open; an end closes a delete.
 * Of what is claimed while the creation is unknown the resolver hears at once: it alone knows whether what the provider
 * shows is ours.
 */
function unknownsAfter(before: Payment, after: Belief, claimedAt: Date | null) {
  const { checkAfter, checkAttempts } = before;
  const deletingSince = after.ended || after.status === 'paid' ? null : before.deletingSince;
  if (after.status !== 'creating' && deletingSince === null)
    return { deletingSince, checkAfter: null, checkAttempts: 0 };
  const isHastened = after.status === 'creating' && claimedAt !== null && checkAfter !== null;
  return { deletingSince, checkAfter: isHastened ? earliest(checkAfter, claimedAt) : checkAfter, checkAttempts };
}

/** A new claim is asked about at once, however long the pauses have grown for those before it. */
function confirmationAfter({ confirmAfter, confirmAttempts }: Payment, isOpen: boolean, claimedAt: Date | null) {
  if (!isOpen) return { confirmAfter: null, confirmAttempts: 0 };
  return claimedAt === null ? { confirmAfter, confirmAttempts } : { confirmAfter: claimedAt, confirmAttempts: 0 };
}

/** Callbacks are not always processed in the order of their arrival. */
export const latest = (known: Date | null, at: Date): Date => (known !== null && known > at ? known : at);

const earliest = (known: Date, at: Date): Date => (known < at ? known : at);
