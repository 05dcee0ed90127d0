import type { ComponentType } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { EnvironmentName, PaymentKind } from '../api/keys.ts';
import type { Payment } from '../api/payments.ts';
import type { FieldError } from '../api/problem.ts';
import type { Catalogue, Language } from '../words/words.tsx';

/** What a create screen says in words of its kind of payment. */
export interface CreateWords {
  title: string;
  /** No provider that makes this kind is set up in the environment. */
  noProvider: string;
  /** Names of the fields where errors are listed. */
  fields: Record<string, string>;
  errors: {
    failed: string;
    uncertain: string;
    uncertainDetail: string;
    taken: string;
    /** Where a field can say it better than its code; by field and code. */
    byField: Record<string, string | ((limit: string) => string)>;
  };
  leavingTitle: string;
  result: { created: string; failed: string; creatingDetail: (provider: string) => string };
}

/** What stands beside the form and follows it. */
export interface CreateSummary {
  /** Whole rupiah; null while empty. */
  amountIdr: number | null;
  /** What the customer will get, one sentence each, the main one first. */
  sentences: string[];
  /** In production, that it is real; else null. */
  warning: string | null;
  /** The label of the button, which names the act. */
  submit: string;
}

/** Where and when a form is filled in. */
export interface CreateScene {
  environment: EnvironmentName;
  now: Date;
}

/**
 * What one kind of payment declares of its create screen; all else is shared. `Form` is what the form holds, everything as
 * it was typed; `Input` is what the API takes.
 */
export interface CreateKind<Form extends FieldValues, Input extends object> {
  kind: PaymentKind;
  words: (words: Catalogue) => CreateWords;
  /** The fields that can be wrong, in the order of the form; a list by its name alone. */
  fields: readonly (keyof Form & string)[];
  /** The form in the words of the API, with what is empty left out; not known to be right. */
  toInput: (form: Form, now: Date) => object;
  /** The rules that the server checks too; no errors means that it is an `Input`. */
  check: (input: object, now: Date) => FieldError[];
  /** What must still be chosen, although an input without it would be right. */
  missing?: (form: Form) => FieldError[];
  /** The place in the form of a field of the input, where the two are named differently: `emails.1`, `minutes`. */
  placeOf?: (form: Form, error: FieldError) => string;
  create: (environment: EnvironmentName, input: Input, idempotencyKey: string) => Promise<Payment>;
  summarise: (words: Catalogue, language: Language, form: Form, scene: CreateScene) => CreateSummary;
  /** The groups of fields. */
  Groups: ComponentType;
  /** Of a payment that exists, whom the provider has told of it. */
  sentTo?: (words: Catalogue, language: Language, payment: Payment) => string | null;
}
