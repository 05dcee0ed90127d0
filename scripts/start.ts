/** `npm start`: builds the browser's part when it is missing or old, then starts the server in this process. */
import { buildWebWhenNeeded } from './build-web.ts';

if ((await buildWebWhenNeeded()) === 'built') process.stdout.write('Built the console.\n');
await import('../server/main.ts');
