import type { Config } from '../config/config.ts';
import type { Kinds } from './kind.ts';
import type { PaymentDeps } from './payment-deps.ts';

export interface ResolverDeps extends Pick<PaymentDeps, 'db' | 'accounts' | 'clock' | 'calls'> {
  kinds: Kinds;
  config: Pick<Config, 'providerTimeoutMs' | 'readsPerMinute'>;
  log: { error(fields: object, message: string): void };
}
