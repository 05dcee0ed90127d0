import type { PaymentKind } from '../../api/keys.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { joined } from '../../format/list.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import { useKindViews } from '../kind-views.tsx';

/** The names of the environment's providers that have payments of these kinds, as one would say them: "REM and Fazz". */
export function useAskedProviders(kinds: readonly PaymentKind[]): string {
  const { common } = useWords();
  const { language } = useLanguage();
  const { providers } = useEnvironment();
  const views = useKindViews();
  const asked = providers.filter((provider) => kinds.some((kind) => views[kind].providers[provider] !== undefined));
  return joined(
    language,
    'conjunction',
    asked.map((provider) => common.providers[provider]),
  );
}
