import type { EnvironmentName } from '../payments/statement.ts';

/** Everything that the environment decides and that may be logged; secrets are a type apart (secrets.ts). */
export interface Config {
  /** 0 takes any free port. */
  port: number;
  sandboxPort: number;
  host: string;
  /** Where browsers and providers reach us, without a slash at the end. https makes cookies Secure and sets HSTS. */
  publicUrl: string;
  /** Of the embedded database and the sandbox's store. */
  dataDir: string;
  databaseUrlSet: boolean;
  /** How long a person waits for a provider before we answer "checking". */
  answerWithinMs: number;
  /** When we give up on a provider's answer; providers take up to 120 s (providers.md). */
  providerTimeoutMs: number;
  /** How many payments a minute may be read from one provider account without anybody asking (server/sweep). */
  readsPerMinute: number;
  /** How long a shutdown waits for all that is under way; what is unknown after it is resolved by the next start. */
  stopWithinMs: number;
  environments: EnvironmentName[];
  /** Express' `trust proxy`: how many proxies, or which addresses, may say who the client is. */
  trustProxy: false | number | string[];
  /** Networks of our own (CIDR) to which destinations may lead besides the public internet, by http too. */
  destinationNetworks: string[];
  logLevel: LogLevel;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Whether real people and real providers are behind this server: then no demo account may exist. */
export function isRealEnvironmentConfigured(config: Pick<Config, 'environments'>): boolean {
  return config.environments.some((environment) => environment !== 'sandbox');
}
