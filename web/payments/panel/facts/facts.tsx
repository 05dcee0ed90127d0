import type { ReactNode } from 'react';
import type { Payment } from '../../../api/payments.ts';
import type { Catalogue } from '../../../words/words.tsx';
import type { KindView } from '../../kind-view.ts';
import type { FactName } from './fact-names.ts';
import { identityFacts } from './identity-facts.tsx';
import { moneyFacts } from './money-facts.tsx';
import { peopleFacts } from './people-facts.tsx';
import { termFacts } from './term-facts.tsx';

/** What a fact is made of. */
export interface FactScene {
  payment: Payment;
  view: KindView;
  words: Catalogue;
  /** The name of its provider. */
  provider: string;
  /** ms */
  now: number;
}

/** One fact of a payment, or null when there is nothing to tell. */
export type TellFact = (scene: FactScene) => ReactNode;

const tellers: Record<FactName, TellFact> = { ...identityFacts, ...moneyFacts, ...peopleFacts, ...termFacts };

interface FactsProps {
  names: readonly FactName[];
  scene: FactScene;
}

/** Facts by name, in this order. */
export function Facts({ names, scene }: FactsProps) {
  return names.map((name) => <FactOf key={name} tell={tellers[name]} scene={scene} />);
}

function FactOf({ tell, scene }: { tell: TellFact; scene: FactScene }) {
  return tell(scene);
}
