import { useId, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useCopy } from '../../../ui/copyable.tsx';
import { CheckIcon, CopyIcon } from '../../../ui/icons.tsx';
import { messageSubject, messageText } from '../../../words/customer-message.ts';
import { type Language, useWords } from '../../../words/words.tsx';
import styles from './customer-message.module.css';
import { mailAddress, whatsAppAddress } from './message-addresses.ts';
import type { SharedLink } from './shared-link.ts';

const languages: Record<Language, string> = { id: 'Bahasa Indonesia', en: 'English' };

/** A message to the customer, ready to copy or to open in WhatsApp or e-mail. Begins in Indonesian, which most customers read. */
export function CustomerMessage({ link }: { link: SharedLink }) {
  const { common, link: words } = useWords();
  const { sharing } = words;
  const [language, setLanguage] = useState<Language>('id');
  const textId = useId();
  const { copied, copy } = useCopy();
  const text = messageText(link, language);
  const contact = link.contactMasked
    ? { phone: null, email: null }
    : { phone: link.phone, email: link.emails[0] ?? null };
  return (
    <section className={styles.message} aria-label={sharing.message}>
      <div className={styles.head}>
        <label htmlFor={textId}>{sharing.message}</label>
        <fieldset className={styles.languages}>
          <legend className="visually-hidden">{sharing.messageLanguage}</legend>
          {(Object.keys(languages) as Language[]).map((code) => (
            <label key={code} lang={code}>
              <input
                type="radio"
                name={`${textId}-language`}
                checked={language === code}
                onChange={() => setLanguage(code)}
              />
              {languages[code]}
            </label>
          ))}
        </fieldset>
      </div>
      <textarea id={textId} className={styles.text} readOnly rows={11} value={text} lang={language} />
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
          onClick={() => copy(text)}
        >
          {sharing.copyMessage}
        </Button>
        <a className={styles.send} href={whatsAppAddress(contact.phone, text)} target="_blank" rel="noreferrer">
          {sharing.sendByWhatsApp}
        </a>
        <a className={styles.send} href={mailAddress(contact.email, messageSubject(link, language), text)}>
          {sharing.sendByEmail}
        </a>
        <span className="visually-hidden" role="status">
          {copied ? common.copied : ''}
        </span>
      </div>
    </section>
  );
}
