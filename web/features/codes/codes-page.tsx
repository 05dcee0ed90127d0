import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { type RoutingCode, routingCodes } from '../../../openapi/rules/rem-routing-codes.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import styles from './codes-page.module.css';
import { matchingCodes } from './matching-codes.ts';

/** What REM's response codes mean and what to do; a notice elsewhere leads to one of them by its key. */
export function CodesPage() {
  const { codes: words, common } = useWords();
  const { name: environment } = useEnvironment();
  const [q, setQ] = useState('');
  const { hash } = useLocation();
  const named = routingCodes.find(({ key }) => hash === `#${key}`)?.key ?? null;
  useEffect(() => {
    if (named) document.getElementById(named)?.scrollIntoView({ block: 'center' });
  }, [named]);
  useShortcut('/', () => document.querySelector<HTMLInputElement>('#codes-search input')?.focus());
  const shown = matchingCodes(routingCodes, words.entries, q);
  return (
    <main className={styles.page}>
      <title>{`${words.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <p>{words.explained}</p>
        <search className={styles.search} id="codes-search">
          <SearchField value={q} onChange={setQ} label={words.search} placeholder={words.search} keyShortcut="/" />
        </search>
      </div>
      <div className={styles.sheet}>
        {shown.length === 0 ? (
          <p className={styles.nothing} role="status">
            {words.nothing(q)}
          </p>
        ) : (
          <table className={styles.codes} aria-label={words.of}>
            <thead>
              <tr>
                <th scope="col">{words.code}</th>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.meaning}</th>
                <th scope="col">{words.advice}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((code) => (
                <CodeRow key={code.key} code={code} isNamed={code.key === named} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </main>
  );
}

function CodeRow({ code: { key, code, isFinal }, isNamed }: { code: RoutingCode; isNamed: boolean }) {
  const { codes: words } = useWords();
  const { name, meaning, advice } = words.entries[key];
  return (
    <tr id={key} className={isNamed ? styles.named : undefined} aria-current={isNamed || undefined}>
      <td>
        <code>{code}</code>
      </td>
      <th scope="row">
        {name}
        <StatusChip tone={isFinal ? 'grey' : 'violet'}>{isFinal ? words.final : words.notFinal}</StatusChip>
      </th>
      <td>{meaning}</td>
      <td>{advice}</td>
    </tr>
  );
}
