/** `npm run build`: builds the browser's part and holds it to its limit of JavaScript. */
import { buildWebWhenNeeded } from './build-web.ts';

await buildWebWhenNeeded();
await import('./check-bundle.ts');
