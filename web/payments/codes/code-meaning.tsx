import { Link } from 'react-router';
import { routingCodeOf } from '../../../openapi/rules/rem-routing-codes.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { useWords } from '../../words/words.tsx';
import styles from './code-meaning.module.css';

interface CodeMeaningProps {
  /** The provider's response code, and the message that came with it. */
  code: string | null;
  message: string | null;
}

/** What a response code of REM means, in a sentence, with the way to the page that tells what to do. Nothing for codes that are not in its catalogue. */
export function CodeMeaning({ code, message }: CodeMeaningProps) {
  const { codes } = useWords();
  const { name: environment } = useEnvironment();
  const known = routingCodeOf(code, message);
  if (!known) return null;
  return (
    <p className={styles.meaning}>
      {codes.entries[known.key].meaning}{' '}
      <Link to={paths.codes(environment, known.key)}>{codes.explain(known.code)}</Link>
    </p>
  );
}
