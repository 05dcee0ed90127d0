import { useForming } from '../../../create/use-create-form.ts';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useWords } from '../../../words/words.tsx';
import type { LinkForm, Provider } from './link-form.ts';

/** Which provider makes the link; what was entered for the other one is kept. */
export function ProviderGroup({ providers }: { providers: readonly Provider[] }) {
  const { common, createLink } = useWords();
  const { register, clearErrors, trigger, formState } = useForming<LinkForm>();
  const check = () => {
    clearErrors();
    if (formState.isSubmitted) void trigger();
  };
  return (
    <ChoiceField
      label={createLink.provider}
      choices={providers.map((value) => ({
        value,
        label: common.providers[value],
        detail: createLink.providerDetails[value],
      }))}
      input={register('provider', { onChange: () => queueMicrotask(check) })}
    />
  );
}
