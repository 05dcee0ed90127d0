import { useEnvironment } from '../../../app/use-environment.ts';
import { CreatePage } from '../../../create/create-page.tsx';
import { routingCreation } from './routing-creation.ts';
import { emptyForm } from './routing-form.ts';

/** Creates a QRIS routing, which REM alone has. */
export function CreateRoutingPage() {
  const { providers } = useEnvironment();
  return <CreatePage kind={routingCreation} emptyForm={providers.includes('rem') ? emptyForm : null} />;
}
