import type { components } from '../../openapi/generated/console.ts';
import type { Config } from '../config/config.ts';
import { type FieldError, type ProblemError, problem } from '../http/problems.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { addressRules } from './allowed-address.ts';
import { literalAddress } from './post-to-destination.ts';

type Input = components['schemas']['DestinationInput'];

/**
 * The address of a destination in its one spelling. Throws invalid-request for one that is never sent to: with a password in
 * it, by http where that is not spoken, or an IP address that is refused. Names are looked at when a connection is made.
 */
export function checkedUrl(
  config: Pick<Config, 'destinationNetworks' | 'environments'>,
  environment: EnvironmentName,
  { url: text }: Pick<Input, 'url'>,
): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw invalid('format', 'The address cannot be read.');
  if (url.username || url.password) throw invalid('not_allowed', 'The address must hold no user name and no password.');
  if (url.hash) throw invalid('not_allowed', 'The address must have no part after #: it is never sent.');
  const rules = addressRules(config, environment);
  if (url.protocol !== 'https:' && !rules.takesHttp)
    throw invalid('not_allowed', `The address must begin with https:// in ${environment}.`);
  const address = literalAddress(url);
  const refusal = address === null ? null : rules.refusal(address, url.protocol);
  if (refusal !== null) throw invalid('not_allowed', `The address leads where nothing may be sent: ${refusal}.`);
  return url.href;
}

function invalid(code: FieldError['code'], detail: string): ProblemError {
  return problem('invalid-request', {
    detail: `${detail} Nothing was done.`,
    errors: [{ field: 'url', code, detail }],
  });
}
