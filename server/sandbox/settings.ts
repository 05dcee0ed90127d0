import type { TwinProvider } from './charges/charge.ts';

/**
 * When money reaches the merchant's balance: so many ms after payment (0 is realtime: REM then sends one callback that
 * says SUCCESS), or as documented for non-realtime methods at 15:00 WIB of the next day.
 */
export type SettleAfter = number | 'next-day-15:00';

/** What a tester may change while the twin runs. */
export interface Settings {
  settleAfterMs: SettleAfter;
  /** REM's status and GET answers: documented flat, wrapped by what live callers read (providers.md C.1, C.2). */
  remEnvelope: 'wrapped' | 'flat';
  /** REM's times: zone-less WIB, which is better supported, or UTC with a Z as in its link samples (providers.md C.5). */
  remTimes: 'without_zone' | 'with_zone';
  /** REM's automatic retry of callbacks is off unless a merchant asks for it (providers.md A.9). */
  remRetries: boolean;
  /** How long a receiver may take for a callback; neither provider publishes its figure. */
  callbackTimeoutMs: number;
  callbackUrls: Record<TwinProvider, string | null>;
}

export const defaultSettings: Settings = {
  settleAfterMs: 'next-day-15:00',
  remEnvelope: 'wrapped',
  remTimes: 'without_zone',
  remRetries: false,
  callbackTimeoutMs: 10_000,
  callbackUrls: { rem: null, fazz: null },
};
