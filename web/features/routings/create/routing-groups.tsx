import { routingInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { routingExpiryRange } from '../../../../openapi/rules/routing-rules.ts';
import { AmountEntry } from '../../../create/amount-entry.tsx';
import styles from '../../../create/form-group.module.css';
import { FormGroup } from '../../../create/form-group.tsx';
import { FormText } from '../../../create/form-text.tsx';
import { MinutesGroup } from '../../../create/minutes-group.tsx';
import { ReferenceEntry } from '../../../create/reference-entry.tsx';
import { useForming } from '../../../create/use-create-form.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useWords } from '../../../words/words.tsx';
import type { RoutingForm } from './routing-form.ts';

const { amountIdr, partnerUserId } = routingInputLimits;
const where = ['here', 'hosted'] as const;

/** The fields of a routing: how much, where the code is shown, how it is found again, until when. */
export function RoutingGroups() {
  const { create, createRouting } = useWords();
  const { register } = useForming<RoutingForm>();
  return (
    <>
      <FormGroup title={create.howMuch}>
        <AmountEntry hint={create.range(formatAmountIdr(amountIdr.minimum), formatAmountIdr(amountIdr.maximum))} />
      </FormGroup>
      <FormGroup title={createRouting.where}>
        <ChoiceField
          label={createRouting.whereLabel}
          choices={where.map((value) => ({
            value,
            label: createRouting.whereChoices[value],
            detail: createRouting.whereDetails[value],
          }))}
          input={register('where')}
        />
      </FormGroup>
      <FormGroup title={createRouting.which}>
        <ReferenceEntry hint={createRouting.referenceHint} />
        <div className={styles.pair}>
          <FormText<RoutingForm>
            name="partnerUserId"
            most={partnerUserId.maxLength}
            label={createRouting.partnerUserId}
            hint={createRouting.partnerUserIdHint}
            autoCapitalize="off"
            spellCheck={false}
            mono
          />
          <FormText<RoutingForm>
            name="email"
            label={createRouting.email}
            hint={createRouting.emailHint}
            type="email"
            inputMode="email"
            autoCapitalize="off"
            spellCheck={false}
          />
        </div>
      </FormGroup>
      <MinutesGroup label={createRouting.lifetime} rangeAt={routingExpiryRange} />
    </>
  );
}
