import { useWatch } from 'react-hook-form';
import { oneTimeInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { oneTimeExpiryRange } from '../../../../openapi/rules/one-time-rules.ts';
import { AmountEntry } from '../../../create/amount-entry.tsx';
import styles from '../../../create/form-group.module.css';
import { FormGroup } from '../../../create/form-group.tsx';
import { FormText } from '../../../create/form-text.tsx';
import { MinutesGroup } from '../../../create/minutes-group.tsx';
import { ReferenceEntry } from '../../../create/reference-entry.tsx';
import { UntilGroup } from '../../../create/until-group.tsx';
import { useWords } from '../../../words/words.tsx';
import { describeAmounts } from './describe-amounts.ts';
import { MethodGroup } from './method-group.tsx';
import { livesMinutes, type OneTimeForm } from './one-time-form.ts';

/** The fields of a one-time payment: first how it is paid, because that decides what else is asked. */
export function OneTimeGroups() {
  const words = useWords();
  const { create, createOneTime } = words;
  const form = { ...useWatch<OneTimeForm>() } as OneTimeForm;
  const rangeAt = (now: Date) => oneTimeExpiryRange(form.method, now);
  return (
    <>
      <MethodGroup />
      <FormGroup title={create.howMuch}>
        <AmountEntry hint={describeAmounts(words, form)} />
      </FormGroup>
      <FormGroup title={create.what}>
        <div className={styles.pair}>
          <FormText<OneTimeForm>
            name="description"
            most={oneTimeInputLimits[form.method].description.maxLength}
            label={create.description}
            hint={createOneTime.descriptionHint}
          />
          <ReferenceEntry hint={createOneTime.referenceHint} />
        </div>
      </FormGroup>
      {livesMinutes(form) ? (
        <MinutesGroup label={createOneTime.lifetime} rangeAt={rangeAt} />
      ) : (
        <UntilGroup label={createOneTime.lifetime} rangeAt={rangeAt} />
      )}
    </>
  );
}
