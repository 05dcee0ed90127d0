import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { nameLanguageChunks } from './web/app/build/name-language-chunks.ts';

export default defineConfig({
  publicDir: 'web/public',
  plugins: [react(), nameLanguageChunks()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Fonts and icons stay files: the content security policy of the server allows no data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // All that the first screen needs comes in two files: the libraries, which stay in the browser's cache over
          // most releases, and ours. Without this they would be some forty small ones.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'console', tags: ['$initial'], test: /\/(web|openapi)\/(?!main\.tsx)/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
});
