import { backdateCharge } from '../charges/backdate-charge.ts';
import type { Charge, ChargeKind, ChargeStatus, Method, TwinProvider } from '../charges/charge.ts';
import { chooseMethod, NotOffered } from '../charges/choose-method.ts';
import { expireCharge, keepCharge, settleCharge } from '../charges/keep-charge.ts';
import { AmountRefused, payCharge } from '../charges/pay-charge.ts';
import { failed, inProcess, TransitionRefused } from '../charges/transitions.ts';
import { nowOf, type Twin } from '../twin.ts';
import { ControlRefusal } from './control-refusal.ts';

export interface LinkFilter {
  provider?: TwinProvider | undefined;
  kind?: ChargeKind | undefined;
  reference?: string | undefined;
  status?: ChargeStatus | undefined;
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

/** With a method, that method is chosen first; without one, the present choice holds, or the first on offer. */
export interface AttemptInput extends Partial<ChooseInput> {}

export interface PayInput extends AttemptInput {
  /** What an open link is paid with, rupiah before fees. */
  amountIdr?: number | undefined;
  /** What the payer types in. */
  phone?: string | undefined;
  note?: string | undefined;
  /** Money that arrives after the end. */
  late?: boolean | undefined;
}

/**
 * Drives payments of every kind as payer and time would; the names say link for all of them. `key` is an id or a
 * reference (the latest that carries it, links first).
 */
export interface LinkControl {
  /** Newest first. */
  links(filter?: LinkFilter): Charge[];
  link(key: string): Charge | null;
  choose(key: string, input: ChooseInput): Charge;
  /** The payer has paid, the bank is still at it. */
  process(key: string, input?: AttemptInput): Charge;
  pay(key: string, input?: PayInput): Charge;
  fail(key: string, input?: AttemptInput): Charge;
  expire(key: string, input?: Moment): Charge;
  settle(key: string, input?: Moment): Charge;
  /** Moves its history so that it was created at that instant. */
  backdate(key: string, createdAt: string): Charge;
}

/** All actions throw ControlRefusal: 404 when there is no such payment, 409 when its state or terms do not allow it. */
export function createLinkControl(twin: Twin): LinkControl {
  function find(key: string): Charge | null {
    const carries = (provider: TwinProvider, kind: ChargeKind) => twin.store.chargesOf(provider, kind, key).at(-1);
    const byReference = () =>
      carries('rem', 'link') ?? carries('fazz', 'link') ?? carries('rem', 'routing') ?? carries('fazz', 'one-time');
    return twin.store.charge(key) ?? byReference() ?? null;
  }

  function act(key: string, input: Moment, action: (charge: Charge, at: string) => Charge): Charge {
    const charge = find(key);
    if (!charge) throw new ControlRefusal(404, `no payment has the id or reference ${key}`);
    const at = input.at === undefined ? nowOf(twin) : instant(input.at);
    try {
      return action(charge, at);
    } catch (error) {
      if (error instanceof TransitionRefused || error instanceof NotOffered || error instanceof AmountRefused)
        throw new ControlRefusal(409, error.message);
      throw error;
    }
  }

  /** The link with a method chosen: the one that is asked for, else the present one, else the first on offer. */
  function withMethod(charge: Charge, { method, channel }: AttemptInput, at: string): Charge {
    const isChosen = charge.status === 'waiting_payment' || charge.status === 'processing';
    if (isChosen && (!method || charge.kind !== 'link')) return charge;
    const [first] = twin.providers[charge.provider].offers(charge);
    const wanted = method ?? first?.method;
    if (!wanted) throw new NotOffered('no method is offered for this amount');
    return chooseMethod(twin, charge, { method: wanted, channel: channel ?? null }, at);
  }

  return {
    links: ({ provider, kind, reference, status } = {}) =>
      twin.store
        .charges()
        .filter(
          (charge) =>
            (!provider || charge.provider === provider) &&
            (!kind || charge.kind === kind) &&
            (!reference || charge.reference === reference) &&
            (!status || charge.status === status),
        )
        .reverse(),
    link: find,
    choose: (key, input) =>
      act(key, input, (charge, at) =>
        chooseMethod(twin, charge, { method: input.method, channel: input.channel ?? null }, at),
      ),
    process: (key, input = {}) =>
      act(key, input, (charge, at) => keepCharge(twin, inProcess(withMethod(charge, input, at), at))),
    pay: (key, input = {}) =>
      act(key, input, (charge, at) => {
        const isLate = input.late ?? false;
        const payment = {
          amountIdr: input.amountIdr ?? null,
          application: input.channel ?? null,
          phone: input.phone ?? null,
          note: input.note ?? null,
          isLate,
        };
        return payCharge(twin, isLate ? charge : withMethod(charge, input, at), payment, at);
      }),
    fail: (key, input = {}) =>
      act(key, input, (charge, at) =>
        keepCharge(
          twin,
          failed(charge.kind === 'link' && charge.provider === 'rem' ? withMethod(charge, input, at) : charge, at),
        ),
      ),
    expire: (key, input = {}) => act(key, input, (charge, at) => expireCharge(twin, charge, at)),
    settle: (key, input = {}) => act(key, input, (charge, at) => settleCharge(twin, charge, at)),
    backdate: (key, createdAt) => act(key, {}, (charge) => backdateCharge(twin, charge, instant(createdAt))),
  };
}

/** RFC 3339 as UTC; throws ControlRefusal 400. */
function instant(text: string): string {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new ControlRefusal(400, `not an instant: ${text}`);
  return new Date(ms).toISOString();
}
