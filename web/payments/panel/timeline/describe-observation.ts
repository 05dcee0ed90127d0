import type { PaymentRow } from '../../../api/payments.ts';
import { dayOf } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import { methodInSentence } from '../describe-method.ts';
import { describeMoment } from '../describe-moment.ts';
import type { ObservationEntry, Source, Told } from './entry.ts';

const asksTheProvider: Record<Source, boolean> = {
  read: true,
  sweep: true,
  import: true,
  create: false,
  callback: false,
  delete: false,
};

/** The payment that the observations are about. */
export type About = Pick<PaymentRow, 'kind' | 'provider'>;

/** Tells an observation: what was said, and why it was not applied if it was not. `now` is in ms. */
export function describeObservation(words: Catalogue, entry: ObservationEntry, about: About, now: number): Told {
  const name = words.common.providers[about.provider];
  const { timeline } = words.payment;
  const sentences = [
    entry.reason && timeline.whyNot[entry.reason.code](timeline.subjects[entry.source], measuredAt(words, entry, now)),
    entry.verdict === 'applied' && entry.providerStatus ? timeline.says(name, entry.providerStatus) : null,
    entry.verdict === 'applied' && entry.settlement ? timeline.settlement[entry.settlement] : null,
    entry.verdict === 'claimed' ? timeline.claimed : null,
    becameLate(entry) ? timeline.late : null,
  ];
  return { title: titleOf(words, entry, about), sentences: sentences.filter((sentence) => sentence !== null) };
}

function titleOf(words: Catalogue, entry: ObservationEntry, about: About): string {
  const { timeline } = words.payment;
  const provider = words.common.providers[about.provider];
  if (entry.verdict === 'duplicate') return timeline.repeated[entry.source];
  const meaning = entry.verdict === 'applied' ? appliedTitle(words, entry, about) : null;
  const said = saidWord(words, entry);
  return (
    meaning ?? (said ? timeline.titles[entry.source](provider, said) : timeline.withoutStatus[entry.source](provider))
  );
}

/** What an applied observation means to a person, where that is more than what it says. */
function appliedTitle(words: Catalogue, entry: ObservationEntry, about: About): string | null {
  const { timeline } = words.payment;
  const provider = words.common.providers[about.provider];
  const { source, status, method, channel } = entry;
  if (source === 'create' && (status === 'open' || status === 'awaiting_payment')) return timeline.createdAt(provider);
  if (source === 'delete' && status === 'deleted') return timeline.deletedAt(provider);
  if (status === 'paid' && asksTheProvider[source] && !changed(entry, 'status')) {
    if (!changed(entry, 'settlement')) return timeline.confirmedPaid;
    return entry.settlement === 'settled' ? timeline.confirmedSettled : null;
  }
  // Of other kinds we chose the method ourselves.
  if (about.kind === 'link' && status === 'awaiting_payment' && method) {
    return timeline.customerChose(methodInSentence(words, method, channel));
  }
  return null;
}

function saidWord(words: Catalogue, { status, settlement }: ObservationEntry): string | null {
  const { timeline } = words.payment;
  if (status === null) return null;
  return status === 'paid' && settlement === 'settled' ? timeline.saidSettled : timeline.said[status];
}

/** The time of the observation that this one is measured against; with its day where that is another one. */
function measuredAt(words: Catalogue, { at, reason }: ObservationEntry, now: number): string | null {
  return reason?.at ? describeMoment(words, reason.at, { day: dayOf(at), now }) : null;
}

function changed(entry: ObservationEntry, field: string): boolean {
  return entry.changes.some((change) => change.field === field);
}

function becameLate(entry: ObservationEntry): boolean {
  return entry.changes.some(({ field, to }) => field === 'late' && to === true);
}
