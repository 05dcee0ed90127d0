import { useEffect, useState } from 'react';
import type { PaymentKind } from '../../api/keys.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './look-up.module.css';
import { LookUpAnswers } from './look-up-answers.tsx';
import { isSurelyReference } from './looks-like-reference.ts';
import { useAskedProviders } from './use-asked-providers.ts';

/** Somebody who pauses while typing a long number should not make us ask for each part of it. */
const PAUSE_MS = 700;

interface LookUpProps {
  /** What it may be. */
  kinds: readonly PaymentKind[];
  value: string;
}

/**
 * A reference that our ledger does not hold, asked of every provider of the environment; what is found can be imported.
 * Give it the value as its key.
 */
export function LookUp({ kinds, value }: LookUpProps) {
  const words = useWords();
  const { lookUp } = words.payments;
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    if (!isSurelyReference(value)) return;
    const timer = setTimeout(() => setIsAsked(true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const names = useAskedProviders(kinds);
  return (
    <section className={styles.card} aria-label={lookUp.title(value)}>
      <h3>{lookUp.title(value)}</h3>
      {isAsked || isSurelyReference(value) ? (
        <LookUpAnswers inputs={kinds.map((kind) => ({ kind, value }))} isAsked={isAsked} />
      ) : (
        <div>
          <Button size="small" onClick={() => setIsAsked(true)}>
            {lookUp.ask(names)}
          </Button>
        </div>
      )}
    </section>
  );
}
