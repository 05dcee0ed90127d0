import { useId, useState } from 'react';
import type { Callback } from '../../../api/callbacks.ts';
import { DisclosureButton } from '../../../payments/panel/disclosure-button.tsx';
import { RawMessage } from '../../../payments/panel/timeline/raw-message.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './callback-panel.module.css';

/** What arrived: the body laid out for reading, and behind a small button its headers. */
export function CallbackBody({ callback }: { callback: Callback }) {
  const words = useWords().callbacks.panel;
  const [isOpen, setIsOpen] = useState(false);
  const headersId = useId();
  const headers = Object.entries(callback.headers);
  return (
    <section className={styles.part} aria-label={words.body}>
      <h3>{words.body}</h3>
      {callback.body === null ? (
        <p className={styles.hint}>{words.bodyHidden}</p>
      ) : (
        <>
          {callback.bodyEncoding === 'base64' && <p className={styles.hint}>{words.bodyBinary}</p>}
          <RawMessage raw={callback.body} title={words.bodyTitle(callback.id)} />
        </>
      )}
      {headers.length > 0 && (
        <>
          <DisclosureButton isOpen={isOpen} controls={headersId} onClick={() => setIsOpen(!isOpen)}>
            {words.headers(headers.length)}
          </DisclosureButton>
          <dl id={headersId} className={styles.headers} hidden={!isOpen} aria-label={words.headersTitle}>
            {headers.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{Array.isArray(value) ? value.join(', ') : value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
