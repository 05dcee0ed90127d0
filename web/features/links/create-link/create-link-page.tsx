import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Link } from '../../../api/links.ts';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { Alert } from '../../../ui/alert.tsx';
import { ChevronLeftIcon } from '../../../ui/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './create-link-page.module.css';
import { CreatedLink } from './created-link.tsx';
import { emptyForm, type LinkForm } from './link-form.ts';
import { LinkFormView } from './link-form-view.tsx';

/** Creates a link: the form, and in its place what came of it. */
export function CreateLinkPage() {
  const { common, create, links } = useWords();
  const { name: environment, providers, may } = useEnvironment();
  const [created, setCreated] = useState<Link | null>(null);
  const [form, setForm] = useState<LinkForm | null>(null);
  const [firstProvider] = providers;

  const refusal = !may('links.create') ? links.mayNotCreate : firstProvider ? null : create.noProvider;
  const again = (kept: LinkForm | null) => {
    setForm(kept);
    setCreated(null);
  };
  return (
    <main className={styles.page}>
      <title>{`${create.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <RouterLink className={styles.back} to={paths.links(environment)}>
        <ChevronLeftIcon size={14} />
        {common.paymentLinks}
      </RouterLink>
      {refusal && (
        <>
          <h1 className={styles.title}>{create.title}</h1>
          <Alert tone="info">{refusal}</Alert>
        </>
      )}
      {!refusal && firstProvider && !created && (
        <LinkFormView
          environment={environment}
          providers={providers}
          start={form ?? emptyForm(firstProvider)}
          onCreated={(link, sent) => {
            setForm(sent);
            setCreated(link);
          }}
        />
      )}
      {created && (
        <CreatedLink
          created={created}
          environment={environment}
          onAnother={() => again(null)}
          onAgain={() => again(form)}
        />
      )}
    </main>
  );
}
