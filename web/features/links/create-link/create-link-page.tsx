import { useEnvironment } from '../../../app/use-environment.ts';
import { CreatePage } from '../../../create/create-page.tsx';
import { linkCreation } from './link-creation.ts';
import { emptyForm } from './link-form.ts';

/** Creates a payment link at whichever provider is chosen. */
export function CreateLinkPage() {
  const [provider] = useEnvironment().providers;
  return <CreatePage kind={linkCreation} emptyForm={provider ? emptyForm(provider) : null} />;
}
