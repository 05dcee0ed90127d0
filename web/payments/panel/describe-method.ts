import { channelName } from '../../../openapi/rules/channels.ts';
import type { Payment } from '../../api/payments.ts';
import type { Catalogue } from '../../words/words.tsx';

type Method = NonNullable<Payment['method']>;

/** How somebody pays, as a fact: "Virtual account, BCA"; null when nothing was chosen yet. */
export function describeMethod(words: Catalogue, method: Method | null, channel: string | null): string | null {
  const parts = [method && words.common.methods[method], channel && channelName(channel)].filter(Boolean);
  return parts.length === 0 ? null : parts.join(', ');
}

/** The same inside a sentence: "virtual account BCA". */
export function methodInSentence(words: Catalogue, method: Method, channel: string | null): string {
  const name = words.common.methods[method];
  // Abbreviations such as QRIS keep their capitals.
  const inSentence = /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return channel ? `${inSentence} ${channelName(channel)}` : inSentence;
}
