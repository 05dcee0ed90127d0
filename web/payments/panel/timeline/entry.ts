import type { components } from '../../../../openapi/generated/console.ts';

type Schemas = components['schemas'];
export type Entry = Schemas['Timeline']['entries'][number];
export type ObservationEntry = Schemas['ObservationEntry'];
export type ActionEntry = Schemas['ActionEntry'];
export type Change = ObservationEntry['changes'][number];
export type Source = Schemas['ObservationSource'];
export type Provider = Schemas['Provider'];

/** How an entry is told: a title, and the sentences below it. */
export interface Told {
  title: string;
  sentences: string[];
}
