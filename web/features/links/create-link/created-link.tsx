import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { EnvironmentName } from '../../../api/keys.ts';
import { type Link, linkQuery } from '../../../api/links.ts';
import { paths } from '../../../app/paths.ts';
import { joined } from '../../../format/list.ts';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { LinkNotice } from '../link-panel/link-notice.tsx';
import { LinkStatus } from '../link-status.tsx';
import styles from './created-link.module.css';
import { ReadyToSend } from './ready-to-send.tsx';

/** How often to ask while the outcome is open, in case the live stream is interrupted. */
const askEveryMs = 3_000;

interface CreatedLinkProps {
  created: Link;
  environment: EnvironmentName;
  /** Begins a new, empty form. */
  onAnother: () => void;
  /** Goes back to the form as it was sent. */
  onAgain: () => void;
}

/** What came of it: the link itself, ready to send; or that it is being checked, which resolves by itself. */
export function CreatedLink({ created, environment, onAnother, onAgain }: CreatedLinkProps) {
  const { common, create } = useWords();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data: link = created } = useQuery({
    ...linkQuery(environment, created.id),
    refetchInterval: ({ state }) => ((state.data ?? created).status === 'creating' ? askEveryMs : false),
  });
  const provider = common.providers[link.provider];
  const hasFailed = link.status === 'failed' && link.failure?.code !== 'payment_failed';
  const isChecking = link.status === 'creating';
  const title = isChecking
    ? create.result.creating(provider)
    : hasFailed
      ? create.result.failed
      : create.result.created;
  const addresses = joined(language, 'conjunction', link.emails);
  return (
    <div className={styles.result}>
      <Title isChecking={isChecking}>{title}</Title>
      <p className={styles.who}>{[link.customerName, link.description].filter(Boolean).join(' · ')}</p>
      <p className={styles.amount}>
        <Amount amountIdr={link.amountIdr} size="panel" />
        {!isChecking && <LinkStatus link={link} />}
      </p>
      {isChecking && <p className={styles.checking}>{create.result.creatingDetail(provider)}</p>}
      {hasFailed && <LinkNotice link={link} />}
      {!isChecking && !hasFailed && link.emails.length > 0 && !link.contactMasked && (
        <p className={styles.who}>{create.result.sentTo(provider, addresses)}</p>
      )}
      {link.url && <ReadyToSend link={{ ...link, url: link.url }} />}
      <div className={styles.buttons}>
        <Button onClick={() => navigate(paths.link(environment, link.id))}>{create.result.open}</Button>
        {hasFailed && (
          <Button variant="primary" onClick={onAgain}>
            {create.result.again}
          </Button>
        )}
        {!isChecking && <Button onClick={onAnother}>{create.result.another}</Button>}
      </div>
    </div>
  );
}

/** Takes focus, so that the outcome is the first thing that is read, and read again when it changes. */
function Title({ isChecking, children }: { isChecking: boolean; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} className={styles.title} aria-live="polite">
      {isChecking && <Spinner sizePx={16} />} {children}
    </h1>
  );
}
