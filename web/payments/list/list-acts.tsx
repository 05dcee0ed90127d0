import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PaymentKind, PaymentSearch } from '../../api/keys.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { ArrowUpIcon, ChevronDownIcon, DownloadIcon, SearchIcon } from '../../ui/icons.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import type { ListView } from '../kind-view.ts';
import { useKindViews } from '../kind-views.tsx';
import styles from './list-acts.module.css';
import { ResendMany } from './resend-many.tsx';

const LookUpDialog = lazy(async () => ({ default: (await import('../look-up/look-up-dialog.tsx')).LookUpDialog }));
const CreateMenu = lazy(async () => ({ default: (await import('./create-menu.tsx')).CreateMenu }));

interface ListActsProps {
  view: ListView;
  /** What the list shows, as the server is asked. */
  search: PaymentSearch;
  arrivedCount: number;
  onShowArrived: () => void;
}

/** What can be done from a list: show what is new, ask the provider for one payment, create one. */
export function ListActs({ view, search, arrivedCount, onShowArrived }: ListActsProps) {
  const { lists, payments } = useWords();
  const words = lists[view.place];
  const { name: environment, providers, may } = useEnvironment();
  const navigate = useNavigate();
  const [isLookingUp, setIsLookingUp] = useState(false);
  const [createAnchor, setCreateAnchor] = useState<HTMLElement | null>(null);
  const kindView = useKindViews()[view.kind ?? 'link'];

  const canAsk = may('payments.import') && providers.some((provider) => kindView.providers[provider] !== undefined);

  const create = (kind: PaymentKind) => navigate(paths.create(environment, kind));
  const refusal = may('payments.create') ? null : words.mayNotCreate;
  useShortcut('c', () => {
    if (refusal === null && view.kind !== null) create(view.kind);
  });
  return (
    <div className={styles.acts}>
      {arrivedCount > 0 && (
        <Button icon={<ArrowUpIcon size={14} />} onClick={onShowArrived} aria-label={words.showArrived}>
          {payments.arrived(arrivedCount)}
        </Button>
      )}
      {view.kind !== null && canAsk && (
        <>
          <Button
            className={styles.quiet}
            icon={<SearchIcon size={14} />}
            aria-haspopup="dialog"
            onClick={() => setIsLookingUp(true)}
          >
            {payments.lookUp.open}
          </Button>
          {view.kind === 'one-time' && (
            <Button
              className={styles.quiet}
              icon={<DownloadIcon size={14} />}
              onClick={() => navigate(paths.imports(environment))}
            >
              {payments.importRange}
            </Button>
          )}
        </>
      )}
      {may('callbacks.resend-many') && <ResendMany search={search} place={view.place} />}
      {view.kind === null ? (
        <Button
          variant="primary"
          aria-haspopup="menu"
          aria-expanded={createAnchor !== null}
          disabledReason={refusal}
          onClick={(event) => setCreateAnchor(event.currentTarget)}
        >
          {words.create} <ChevronDownIcon size={12} />
        </Button>
      ) : (
        <Button
          variant="primary"
          onClick={() => view.kind && create(view.kind)}
          disabledReason={refusal}
          aria-keyshortcuts="c"
        >
          {words.create}
        </Button>
      )}
      <Suspense fallback={null}>
        {isLookingUp && <LookUpDialog view={kindView} onClose={() => setIsLookingUp(false)} />}
        {createAnchor && <CreateMenu anchor={createAnchor} onChoose={create} onClose={() => setCreateAnchor(null)} />}
      </Suspense>
    </div>
  );
}
