import type { Catalogue } from './en.ts';
import { common } from './id/common.ts';
import { create } from './id/create.ts';
import { link } from './id/link.ts';
import { links } from './id/links.ts';
import { pages } from './id/pages.ts';
import { problems } from './id/problems.ts';
import { signIn } from './id/sign-in.ts';

/** Everything the console says, in Bahasa Indonesia. */
export const id: Catalogue = { common, create, link, links, pages, problems, signIn };
