import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Provider } from './link-form.ts';
import { useForming } from './use-link-form.ts';

/** Which provider makes the link; what was entered for the other one is kept. */
export function ProviderGroup({ providers }: { providers: readonly Provider[] }) {
  const { common, create } = useWords();
  const { register, clearErrors, trigger, formState } = useForming();
  const check = () => {
    clearErrors();
    if (formState.isSubmitted) void trigger();
  };
  return (
    <ChoiceField
      label={create.provider}
      choices={providers.map((value) => ({
        value,
        label: common.providers[value],
        detail: create.providerDetails[value],
      }))}
      input={register('provider', { onChange: () => queueMicrotask(check) })}
    />
  );
}
