import type { Destination, DestinationInput } from '../../api/destinations.ts';
import { ProblemError } from '../../api/problem.ts';

export const providers = ['rem', 'fazz'] as const;
export const kinds = ['link', 'routing', 'one-time'] as const;

/** What an admin enters. */
export interface DestinationForm {
  name: string;
  url: string;
  providers: readonly string[];
  kinds: readonly string[];
}

export type Fault = 'noName' | 'badUrl' | 'atLeastOne';
export type Faults = Partial<Record<keyof DestinationForm, Fault>>;

/** In the order of the form. */
export const fields = ['name', 'url', 'providers', 'kinds'] as const satisfies readonly (keyof DestinationForm)[];

/** The form of a destination that is there, or an empty one that sends everything. */
export function formOf(destination: Destination | null): DestinationForm {
  return {
    name: destination?.name ?? '',
    url: destination?.url ?? '',
    providers: destination?.providers ?? providers,
    kinds: destination?.kinds ?? kinds,
  };
}

/** What keeps the form from being sent; whether the address is allowed at all, the server says. */
export function faultsOf(form: DestinationForm): Faults {
  const faults: Faults = {};
  if (form.name.trim() === '') faults.name = 'noName';
  if (!/^https?:\/\/\S+$/.test(form.url.trim())) faults.url = 'badUrl';
  if (form.providers.length === 0) faults.providers = 'atLeastOne';
  if (form.kinds.length === 0) faults.kinds = 'atLeastOne';
  return faults;
}

/** The field that the server has refused; null where it is none of them. */
export function refusedField(error: Error | null): 'name' | 'url' | null {
  if (!(error instanceof ProblemError)) return null;
  if (error.reason === 'name_taken') return 'name';
  return error.errors.some(({ field }) => field === 'url') ? 'url' : null;
}

/** What is asked of the server. All of a sort is left out, so that a sort that is added later is sent too. */
export function inputOf(form: DestinationForm): DestinationInput {
  const chosenProviders = providers.filter((one) => form.providers.includes(one));
  const chosenKinds = kinds.filter((one) => form.kinds.includes(one));
  return {
    name: form.name.trim(),
    url: form.url.trim(),
    ...(chosenProviders.length < providers.length && { providers: chosenProviders }),
    ...(chosenKinds.length < kinds.length && { kinds: chosenKinds }),
  };
}
