/** How long a claim waits for its provider's own word; a read says it within a second or two, unless the provider is away. */
const longestHoldMs = 5 * 60_000;

/** Until when a claim that came then is not sent on before its provider has said whether it is so. */
export function endOfHold(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + longestHoldMs);
}
