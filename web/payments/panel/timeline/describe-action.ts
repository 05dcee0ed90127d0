import { formatClockSecond } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import type { ActionEntry, Provider, Told } from './entry.ts';

/** A callback that was asked for comes within seconds; after this long we no longer say that we wait for it. */
export const callbackPatienceMs = 60_000;

/** Actions after which the provider sends a callback. */
const bringsCallback = ({ action }: ActionEntry) => action === 'resendPaymentCallback' || action === 'simulatePayments';

/** Tells what a person did and what came of it. `now` is in ms. */
export function describeAction(words: Catalogue, entry: ActionEntry, provider: Provider, now: number): Told {
  const { timeline } = words.payment;
  const name = words.common.providers[provider];
  const who = timeline.person(entry.actor.name, words.common.roles[entry.actor.role].toLowerCase());
  const outcomes: Record<ActionEntry['outcome'], () => string | null> = {
    done: () => (bringsCallback(entry) ? callbackSentence(words, entry, now) : null),
    pending: () => timeline.pending(name),
    refused: () => timeline.refused(name, entry.detail),
    unavailable: () => timeline.unavailable(name),
    unknown: () => timeline.lost(name),
  };
  const sentence = outcomes[entry.outcome]();
  const titles = entry.outcome === 'done' ? timeline.done : timeline.tried;
  return { title: titles[entry.action](who), sentences: sentence ? [sentence] : [] };
}

/** When a callback that was asked for and has not come stops being waited for, in ms; null when none is awaited. */
export function awaitedUntil(entry: ActionEntry): number | null {
  const isAwaited = bringsCallback(entry) && entry.outcome === 'done' && entry.callbackAt === null;
  return isAwaited ? Date.parse(entry.at) + callbackPatienceMs : null;
}

function callbackSentence({ payment }: Catalogue, entry: ActionEntry, now: number): string {
  if (entry.callbackAt) return payment.timeline.callbackArrived(formatClockSecond(entry.callbackAt));
  const until = awaitedUntil(entry);
  return until !== null && now < until ? payment.timeline.callbackAwaited : payment.timeline.callbackMissing;
}
