import { useEnvironment } from '../../../app/use-environment.ts';
import { CreatePage } from '../../../create/create-page.tsx';
import { remembered } from '../../../ui/remembered.ts';
import { oneTimeCreation } from './one-time-creation.ts';
import { emptyForm, returnUrlKey } from './one-time-form.ts';

/** Creates a one-time payment, which Fazz alone has. */
export function CreateOneTimePage() {
  const { providers } = useEnvironment();
  const form = { ...emptyForm, returnUrl: remembered(returnUrlKey) ?? '' };
  return <CreatePage kind={oneTimeCreation} emptyForm={providers.includes('fazz') ? form : null} />;
}
