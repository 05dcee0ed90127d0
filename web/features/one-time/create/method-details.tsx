import { oneTimeInputLimits } from '../../../../openapi/generated/console-limits.ts';
import type { OneTimeMethod } from '../../../../openapi/rules/channels.ts';
import styles from '../../../create/form-group.module.css';
import { FormText } from '../../../create/form-text.tsx';
import { useWords } from '../../../words/words.tsx';
import type { OneTimeForm } from './one-time-form.ts';

/** What the chosen method asks for besides its bank, outlet or wallet. */
export function MethodDetails({ method }: { method: OneTimeMethod }) {
  const { createOneTime: words } = useWords();
  if (method === 'ewallet') {
    return (
      <FormText<OneTimeForm>
        name="returnUrl"
        most={oneTimeInputLimits.ewallet.returnUrl.maxLength}
        label={words.returnUrl}
        hint={words.returnUrlHint}
        type="url"
        inputMode="url"
        autoCapitalize="off"
        spellCheck={false}
        required
      />
    );
  }
  const displayName = (
    <FormText<OneTimeForm>
      name="displayName"
      most={oneTimeInputLimits[method].displayName.maxLength}
      label={words.displayName}
      hint={words.displayNameHints[method]}
      required
    />
  );
  if (method !== 'va') return displayName;
  return (
    <div className={styles.pair}>
      {displayName}
      <FormText<OneTimeForm>
        name="suffixNumber"
        most={oneTimeInputLimits.va.suffixNumber.maxLength}
        label={words.suffixNumber}
        hint={words.suffixNumberHint}
        inputMode="numeric"
        mono
      />
    </div>
  );
}
