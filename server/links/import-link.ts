import { ulid } from 'ulid';
import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { within } from '../jobs/running-calls.ts';
import { observe } from '../payments/observe.ts';
import { insertPayment } from '../payments/open-intent.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Answer, LinkProvider } from '../providers/provider.ts';
import { findExisting, findKnownLink } from './known-link.ts';
import { accountOf } from './link-account.ts';
import type { LinkDeps } from './link-deps.ts';
import { presentFor } from './present-for.ts';
import { notAtProvider, providerProblem, providerTitles } from './provider-problem.ts';

export interface ImportRequest {
  environment: EnvironmentName;
  provider: ProviderName;
  /** A reference, the provider's link id or a payment reference number. */
  value: string;
}

export interface ImportedLink {
  outcome: 'imported' | 'known';
  link: components['schemas']['Link'];
}

/**
 * Reads a link at its provider and adds it to the ledger, as old as its provider says. A link that the ledger holds is
 * given as it is. Throws provider-not-configured, not-at-provider, provider-declined, provider-unreadable, provider-unavailable.
 */
export async function importLink(deps: LinkDeps, actor: Actor, request: ImportRequest): Promise<ImportedLink> {
  const { environment, provider, value } = request;
  const { links } = accountOf(deps.accounts, environment, provider);
  const known = await findKnownLink(deps.db, request, value);
  if (known) return { outcome: 'known', link: presentFor(deps, actor, known) };

  const answer = await readForImport(deps, links, request);
  const held = await findExisting(deps.db, request, answer.statement);
  if (held) return { outcome: 'known', link: presentFor(deps, actor, held) };

  const { payment, isNew } = await addToLedger(deps, actor, request, answer);
  return { outcome: isNew ? 'imported' : 'known', link: presentFor(deps, actor, payment) };
}

async function readForImport(
  { config }: LinkDeps,
  links: LinkProvider,
  { provider, value }: ImportRequest,
): Promise<Answer> {
  const answer = await within(links.lookUpLink(value), config.answerWithinMs);
  if (answer === 'pending')
    throw problem('provider-unavailable', {
      detail: `${providerTitles[provider]} has not answered in time.`,
      provider,
    });
  if (answer.kind === 'answer') return answer;
  if (answer.kind === 'absent') throw notAtProvider(provider);
  if (answer.kind === 'cannot_look_up')
    throw problem('not-at-provider', {
      detail: `${providerTitles[provider]} finds links only by its own id, and this is none.`,
      provider,
    });
  throw providerProblem(provider, answer);
}

/** Payment, observation and audit entry in one transaction. Of two imports at once the later gets the first one's payment. */
async function addToLedger(
  deps: LinkDeps,
  actor: Actor,
  { environment, provider, value }: ImportRequest,
  { statement, raw, deviations }: Answer,
): Promise<{ payment: Payment; isNew: boolean }> {
  const at = deps.clock();
  return deps.db.tx(async (tx) => {
    const { payment, inserted } = await insertPayment(tx, {
      id: `pay_${ulid(at.getTime()).toLowerCase()}`,
      environment,
      kind: 'link',
      provider,
      reference: statement.reference ?? value,
      order: null,
      createdAt: at,
      createdBy: actor.staffId,
      idempotencyKey: null,
      requestDigest: null,
      checkAfter: null,
    });
    if (!inserted) return { payment, isNew: false };
    await recordAction(tx, actor, {
      action: 'importLink',
      environment,
      paymentId: payment.id,
      outcome: 'done',
      detail: { value },
      at,
    });
    const observed = await observe(tx, payment.id, { source: 'import', statement, raw, deviations }, at);
    return { payment: observed.payment, isNew: true };
  });
}
