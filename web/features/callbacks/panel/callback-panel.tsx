import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { callbackQuery } from '../../../api/callbacks.ts';
import { ProblemError } from '../../../api/problem.ts';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { PanelSkeleton } from '../../../payments/panel/panel-skeleton.tsx';
import panel from '../../../payments/panel/payment-panel.module.css';
import unknown from '../../../payments/panel/unknown-payment.module.css';
import { Button } from '../../../ui/button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useWords } from '../../../words/words.tsx';
import { CallbackActions } from './callback-actions.tsx';
import { CallbackBody } from './callback-body.tsx';
import { CallbackFacts } from './callback-facts.tsx';
import { CallbackHead } from './callback-head.tsx';
import { CallbackWhy } from './callback-why.tsx';
import { Deliveries } from './deliveries.tsx';
import { Differences } from './differences.tsx';

/** The open callback: beside the table, or a page of its own on a narrow screen. */
export function CallbackPanel() {
  const { name: environment } = useEnvironment();
  const { id = '' } = useParams();
  const { common, callbacks, payment } = useWords();
  const words = callbacks.panel;
  const navigate = useNavigate();
  const { search } = useLocation();
  const { data: callback, error, refetch, isFetching } = useQuery(callbackQuery(environment, id));
  const close = () => navigate(paths.callbacks(environment, search));

  const heading = words.heading(id);
  const isUnknown = error instanceof ProblemError && ['not-found', 'invalid-request'].includes(error.type);
  return (
    <section className={panel.panel} aria-label={heading} aria-busy={!callback && !error}>
      <title>{words.title(id, common.environmentTitles[environment])}</title>
      <h1 className={panel.pageTitle}>{heading}</h1>
      {isUnknown ? (
        <div className={unknown.unknown} role="status">
          <h2>{words.unknown}</h2>
          <p>{words.unknownDetail(common.environments[environment])}</p>
          <code>{id}</code>
          <div>
            <Button size="small" onClick={close}>
              {payment.backToList}
            </Button>
          </div>
        </div>
      ) : (
        <CallbackHead callback={callback ?? null} onClose={close} />
      )}
      {error && !isUnknown && <ProblemAlert error={error} title={words.loadFailed} retry={{ isFetching, refetch }} />}
      {callback ? (
        // The key, so that nothing of the callback before stays open or answered.
        <div key={callback.id}>
          <CallbackActions callback={callback} environment={environment} />
          <CallbackWhy callback={callback} />
          <CallbackFacts callback={callback} environment={environment} />
          <CallbackBody callback={callback} />
          <Differences callback={callback} />
          <Deliveries callback={callback} />
        </div>
      ) : (
        !error && <PanelSkeleton />
      )}
    </section>
  );
}
