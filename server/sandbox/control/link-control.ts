import { backdateLink } from '../links/backdate-link.ts';
import { chooseMethod, NotOffered } from '../links/choose-method.ts';
import { keepLink, settleLink } from '../links/keep-link.ts';
import type { Link, LinkStatus, Method, TwinProvider } from '../links/link.ts';
import { AmountRefused, payLink } from '../links/pay-link.ts';
import { expired, failed, inProcess, TransitionRefused } from '../links/transitions.ts';
import { nowOf, type Twin } from '../twin.ts';
import { ControlRefusal } from './control-refusal.ts';

export interface LinkFilter {
  provider?: TwinProvider | undefined;
  reference?: string | undefined;
  status?: LinkStatus | undefined;
}

/** When it happens, RFC 3339; now when absent. An instant in the past makes a history. */
export interface Moment {
  at?: string | undefined;
}

export interface ChooseInput extends Moment {
  method: Method;
  /** Bank, wallet or outlet (bca, ovo, alfamart, …); for QRIS the application that will pay. The first on offer when absent. */
  channel?: string | undefined;
}

/** With a method, that method is chosen first; without one, the link's choice holds, or the first on offer. */
export interface AttemptInput extends Partial<ChooseInput> {}

export interface PayInput extends AttemptInput {
  /** What an open link is paid with, rupiah before fees. */
  amountIdr?: number | undefined;
  /** What the payer types in. */
  phone?: string | undefined;
  note?: string | undefined;
  /** Money that arrives after the link has ended. */
  late?: boolean | undefined;
}

/** Drives links as payer and time would. `key` is a link's id or a reference (the latest link that carries it). */
export interface LinkControl {
  /** Newest first. */
  links(filter?: LinkFilter): Link[];
  link(key: string): Link | null;
  choose(key: string, input: ChooseInput): Link;
  /** The payer has paid, the bank is still at it. */
  process(key: string, input?: AttemptInput): Link;
  pay(key: string, input?: PayInput): Link;
  fail(key: string, input?: AttemptInput): Link;
  expire(key: string, input?: Moment): Link;
  settle(key: string, input?: Moment): Link;
  /** Moves the link's history so that it was created at that instant. */
  backdate(key: string, createdAt: string): Link;
}

/** All actions throw ControlRefusal: 404 when there is no such link, 409 when its state or terms do not allow it. */
export function createLinkControl(twin: Twin): LinkControl {
  function find(key: string): Link | null {
    const carries = (provider: TwinProvider) => twin.store.linksOf(provider, key).at(-1);
    return twin.store.link(key) ?? carries('rem') ?? carries('fazz') ?? null;
  }

  function act(key: string, input: Moment, action: (link: Link, at: string) => Link): Link {
    const link = find(key);
    if (!link) throw new ControlRefusal(404, `no link has the id or reference ${key}`);
    const at = input.at === undefined ? nowOf(twin) : instant(input.at);
    try {
      return action(link, at);
    } catch (error) {
      if (error instanceof TransitionRefused || error instanceof NotOffered || error instanceof AmountRefused)
        throw new ControlRefusal(409, error.message);
      throw error;
    }
  }

  /** The link with a method chosen: the one that is asked for, else the present one, else the first on offer. */
  function withMethod(link: Link, { method, channel }: AttemptInput, at: string): Link {
    const isChosen = link.status === 'waiting_payment' || link.status === 'processing';
    if (!method && isChosen) return link;
    const [first] = twin.providers[link.provider].offers(link);
    const wanted = method ?? first?.method;
    if (!wanted) throw new NotOffered('the link offers no method for its amount');
    return chooseMethod(twin, link, { method: wanted, channel: channel ?? null }, at);
  }

  return {
    links: ({ provider, reference, status } = {}) =>
      twin.store
        .links()
        .filter(
          (link) =>
            (!provider || link.provider === provider) &&
            (!reference || link.reference === reference) &&
            (!status || link.status === status),
        )
        .reverse(),
    link: find,
    choose: (key, input) =>
      act(key, input, (link, at) =>
        chooseMethod(twin, link, { method: input.method, channel: input.channel ?? null }, at),
      ),
    process: (key, input = {}) =>
      act(key, input, (link, at) => keepLink(twin, inProcess(withMethod(link, input, at), at))),
    pay: (key, input = {}) =>
      act(key, input, (link, at) => {
        const isLate = input.late ?? false;
        const payment = {
          amountIdr: input.amountIdr ?? null,
          application: input.channel ?? null,
          phone: input.phone ?? null,
          note: input.note ?? null,
          isLate,
        };
        return payLink(twin, isLate ? link : withMethod(link, input, at), payment, at);
      }),
    fail: (key, input = {}) =>
      act(key, input, (link, at) =>
        keepLink(twin, failed(link.provider === 'rem' ? withMethod(link, input, at) : link, at)),
      ),
    expire: (key, input = {}) => act(key, input, (link, at) => keepLink(twin, expired(link, at))),
    settle: (key, input = {}) => act(key, input, (link, at) => settleLink(twin, link, at)),
    backdate: (key, createdAt) => act(key, {}, (link) => backdateLink(twin, link, instant(createdAt))),
  };
}

/** RFC 3339 as UTC; throws ControlRefusal 400. */
function instant(text: string): string {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new ControlRefusal(400, `not an instant: ${text}`);
  return new Date(ms).toISOString();
}
