import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const server = process.env.JIESU_SERVER ?? 'http://127.0.0.1:4000';
const page = (name: string) => resolve(import.meta.dirname, name);

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: 'dist',
    chunkSizeWarningLimit: 4_000,
    // The policy of the page allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { console: page('index.html'), graphiql: page('graphiql.html') },
      // Packages mark themselves for servers we do not have.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  // The workers of GraphiQL are made by Vite itself and must not be bundled beforehand.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: server, ws: true },
      '/evidence': server,
      '/schema.graphql': server,
      '/readyz': server,
    },
  },
});
