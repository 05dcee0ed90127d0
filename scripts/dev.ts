/** `npm run dev`: the server restarts on change, and Vite serves the browser's part with hot replacement on port 5173. */
import { spawn } from 'node:child_process';

const children = [
  spawn(
    'node',
    ['--import', 'tsx', '--watch-path=server', '--watch-path=openapi', '--watch-preserve-output', 'server/main.ts'],
    { stdio: 'inherit' },
  ),
  spawn('node', ['node_modules/vite/bin/vite.js'], { stdio: 'inherit' }),
];

const stopAll = (signal: NodeJS.Signals) => {
  for (const child of children) child.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopAll(signal));
for (const child of children) child.on('exit', () => stopAll('SIGTERM'));
