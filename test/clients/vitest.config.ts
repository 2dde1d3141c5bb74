import { transformAsync } from '@babel/core';
import { defineConfig, type Plugin } from 'vitest/config';

/** Replaces the documents that Relay's components carry by what its compiler printed, as every app of Relay does in its build. */
const relay: Plugin = {
  name: 'relay',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.includes('/clients/relay/') || !code.includes('graphql`')) return null;
    const result = await transformAsync(code, {
      filename: id,
      plugins: [['relay', { eagerEsModules: true }]],
      parserOpts: { plugins: ['typescript', 'jsx'] },
      configFile: false,
    });
    return result?.code ? { code: result.code, map: result.map } : null;
  },
};

/** Pages of a browser whose origin is not the API's, so that every request of them is preflighted. Their sandbox is the process: one file at a time. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [relay],
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost:5173' } },
    globalSetup: ['support/server.ts'],
    setupFiles: ['support/page.ts'],
    fileParallelism: false,
    typecheck: { enabled: true, tsconfig: 'tsconfig.json' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
