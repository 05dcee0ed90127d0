import { useId, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { messageSubject, messageText } from '../../words/customer-message.ts';
import { type Language, useWords } from '../../words/words.tsx';
import styles from './customer-message.module.css';
import { mailAddress, whatsAppAddress } from './message-addresses.ts';
import type { SharedPayment } from './shared-payment.ts';

const languages: Record<Language, string> = { id: 'Bahasa Indonesia', en: 'English' };

/** A message to the customer, ready to copy or to open in WhatsApp or e-mail. Begins in Indonesian, which most customers read. */
export function CustomerMessage({ payment }: { payment: SharedPayment }) {
  const { share } = useWords();
  const [language, setLanguage] = useState<Language>('id');
  const textId = useId();
  const text = messageText(payment, language);
  const contact = payment.contactMasked
    ? { phone: null, email: null }
    : { phone: payment.phone, email: payment.emails[0] ?? null };
  return (
    <section className={styles.message} aria-label={share.message}>
      <div className={styles.head}>
        <label htmlFor={textId}>{share.message}</label>
        <fieldset className={styles.languages}>
          <legend className="visually-hidden">{share.messageLanguage}</legend>
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
      {payment.by.way === 'qr' && <p className={styles.hint}>{share.attachQr}</p>}
      <div className={styles.buttons}>
        <CopyButton size="small" value={text}>
          {share.copyMessage}
        </CopyButton>
        <a className={styles.send} href={whatsAppAddress(contact.phone, text)} target="_blank" rel="noreferrer">
          {share.sendByWhatsApp}
        </a>
        <a className={styles.send} href={mailAddress(contact.email, messageSubject(payment, language), text)}>
          {share.sendByEmail}
        </a>
      </div>
    </section>
  );
}
