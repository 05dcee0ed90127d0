import { common } from './en/common.ts';
import { create } from './en/create.ts';
import { link } from './en/link.ts';
import { links } from './en/links.ts';
import { pages } from './en/pages.ts';
import { problems } from './en/problems.ts';
import { signIn } from './en/sign-in.ts';

/** Everything the console says, in English. Its shape is what every other language must have. */
export const en = { common, create, link, links, pages, problems, signIn };

export type Catalogue = typeof en;
