import { useNavigate } from 'react-router';
import { paths, placeOf } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { filterValues } from '../../payments/filters/payment-search.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './empty-overview.module.css';
import sheet from './overview.module.css';

/** An environment in which nothing has happened: what this page will tell, and how to begin. */
export function EmptyOverview() {
  const { kinds, lists, overview } = useWords();
  const { name: environment, may } = useEnvironment();
  const navigate = useNavigate();
  return (
    <div className={sheet.alone}>
      <div className={styles.message}>
        <h2>{overview.empty.title}</h2>
        <p>{overview.empty.detail}</p>
        <p>{may('payments.create') ? overview.empty.create : overview.empty.mayNotCreate}</p>
        {may('payments.create') && (
          <ul className={styles.kinds}>
            {filterValues.kind.map((kind, index) => (
              <li key={kind}>
                <Button
                  variant={index === 0 ? 'primary' : 'secondary'}
                  onClick={() => navigate(paths.create(environment, kind))}
                >
                  {lists[placeOf[kind]].create}
                </Button>
                <span>{kinds[kind].meaning}</span>
              </li>
            ))}
          </ul>
        )}
        {may('payments.import') && <p className={styles.hint}>{overview.empty.import}</p>}
      </div>
    </div>
  );
}
