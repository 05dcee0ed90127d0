import type { Plugin } from 'vite';

/**
 * Tells the script in index.html which file holds which language, so that the words start loading with the HTML
 * and not after the application's script has run. Replaces `__LANGUAGE_CHUNKS__` by `{"en":"/assets/…","id":"/assets/…"}`.
 */
export function nameLanguageChunks(): Plugin {
  return {
    name: 'tautan:name-language-chunks',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files: Record<string, string> = {};
        for (const chunk of Object.values(bundle ?? {})) {
          const language = chunk.type === 'chunk' && /\/web\/words\/(en|id)\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
          if (language) files[language] = `/${chunk.fileName}`;
        }
        return html.replace('__LANGUAGE_CHUNKS__', JSON.stringify(files));
      },
    },
  };
}
