import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { keys } from '../../api/keys.ts';
import { ProblemError } from '../../api/problem.ts';
import { type SignInInput, signIn } from '../../api/session.ts';
import { Brand } from '../../app/brand.tsx';
import { placeAfterSignIn } from '../../app/paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { EyeIcon, EyeOffIcon } from '../../ui/icons.tsx';
import { describeProblem } from '../../words/describe-problem.ts';
import { type Catalogue, type Language, useLanguage, useWords } from '../../words/words.tsx';
import styles from './sign-in-page.module.css';

function wordsFor(words: Catalogue, error: Error): string {
  if (error instanceof ProblemError && error.type === 'wrong-credentials') return words.signIn.wrong;
  if (error instanceof ProblemError && error.type === 'too-many-attempts') {
    return words.signIn.throttled(error.retryAfterSeconds ?? 60);
  }
  const { title, detail } = describeProblem(words, error);
  return `${title}. ${detail}`;
}

/** Where a session begins; afterwards one is where one wanted to go. */
export function SignInPage() {
  const words = useWords();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isShown, setIsShown] = useState(false);
  const [isCapsLock, setIsCapsLock] = useState(false);
  const [missing, setMissing] = useState<keyof SignInInput | null>(null);
  // What the person before has read goes when nothing on the screen needs it any more.
  useEffect(() => queryClient.clear(), [queryClient]);
  const signing = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(keys.session, session);
      navigate(placeAfterSignIn(search), { replace: true });
    },
  });

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (signing.isPending) return;
    const form = new FormData(event.currentTarget);
    const input = { email: String(form.get('email')).trim(), password: String(form.get('password')) };
    const empty = input.email === '' ? 'email' : input.password === '' ? 'password' : null;
    setMissing(empty);
    if (empty) event.currentTarget.querySelector<HTMLInputElement>(`[name=${empty}]`)?.focus();
    else signing.mutate(input);
  };
  const watchCapsLock = (event: KeyboardEvent) => setIsCapsLock(event.getModifierState('CapsLock'));

  return (
    <main className={styles.page}>
      <title>{`${words.signIn.title} · Tautan`}</title>
      <div className={styles.box}>
        <Brand />
        <div>
          <h1>{words.signIn.title}</h1>
          <p className={styles.lead}>{words.signIn.lead}</p>
        </div>
        {state?.ended && !signing.error && <Alert tone="info">{words.signIn.ended}</Alert>}
        {signing.error && <Alert tone="error">{wordsFor(words, signing.error)}</Alert>}
        <form className={styles.form} onSubmit={onSubmit} noValidate>
          <label className={styles.field}>
            {words.signIn.email}
            <input
              name="email"
              type="email"
              autoComplete="username"
              // biome-ignore lint/a11y/noAutofocus: the page has one purpose, and it begins here
              autoFocus
              maxLength={254}
              aria-invalid={missing === 'email' || undefined}
              aria-describedby={missing === 'email' ? 'email-missing' : undefined}
            />
            {missing === 'email' && (
              <span className={styles.missing} id="email-missing">
                {words.signIn.emailMissing}
              </span>
            )}
          </label>
          <div className={styles.field}>
            <label htmlFor="password">{words.signIn.password}</label>
            <span className={styles.password}>
              <input
                id="password"
                name="password"
                type={isShown ? 'text' : 'password'}
                autoComplete="current-password"
                maxLength={200}
                aria-invalid={missing === 'password' || undefined}
                aria-describedby="password-says"
                onKeyDown={watchCapsLock}
                onKeyUp={watchCapsLock}
                onBlur={() => setIsCapsLock(false)}
              />
              <IconButton
                label={isShown ? words.signIn.hidePassword : words.signIn.showPassword}
                icon={isShown ? <EyeOffIcon /> : <EyeIcon />}
                onClick={() => setIsShown(!isShown)}
              />
            </span>
            <span className={missing === 'password' ? styles.missing : styles.caps} id="password-says" role="status">
              {missing === 'password' ? words.signIn.passwordMissing : isCapsLock ? words.signIn.capsLock : ''}
            </span>
          </div>
          <Button type="submit" variant="primary" busy={signing.isPending}>
            {words.signIn.submit}
          </Button>
        </form>
      </div>
      <LanguageSwitch />
    </main>
  );
}

const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['id', 'Bahasa Indonesia'],
];

function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const { common } = useWords();
  return (
    <fieldset className={styles.languages} aria-label={common.languageLabel}>
      {languages.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => setLanguage(code)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
