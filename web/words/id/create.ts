import type { Catalogue } from '../en.ts';

export const create: Catalogue['create'] = {};
