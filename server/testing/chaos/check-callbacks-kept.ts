import type { Evidence } from './evidence.ts';

/**
 * Every callback that was answered with 200 is stored, as often as it was, and is read into the ledger: all are about
 * payments of ours. None is stored that was never sent.
 */
export function checkCallbacksKept({ deliveries, callbacks }: Pick<Evidence, 'deliveries' | 'callbacks'>): string[] {
  const messages = new Map<string, { about: string; acknowledged: number; sent: number; stored: number }>();
  const messageOf = (provider: string, body: string, about: string) => {
    const key = `${provider} ${body}`;
    const message = messages.get(key) ?? { about, acknowledged: 0, sent: 0, stored: 0 };
    messages.set(key, message);
    return message;
  };
  for (const { provider, body, reference, reason, attempts } of deliveries) {
    const message = messageOf(provider, body, `The ${reason} callback of ${provider} about ${reference}`);
    message.sent += attempts.length;
    message.acknowledged += attempts.filter(({ httpStatus }) => httpStatus === 200).length;
  }
  for (const { id, provider, body } of callbacks) messageOf(provider, body, `Callback ${id}`).stored += 1;
  return [
    ...[...messages.values()].flatMap(({ about, acknowledged, sent, stored }) => [
      ...(stored < acknowledged
        ? [`${about} was acknowledged ${acknowledged} times and is stored ${stored} times.`]
        : []),
      ...(stored > sent ? [`${about} was sent ${sent} times and is stored ${stored} times.`] : []),
    ]),
    ...callbacks
      .filter(({ state }) => state !== 'processed')
      .map(({ id, state, parkedReason }) => `Callback ${id} is ${state} still (${parkedReason ?? 'no reason'}).`),
  ];
}
