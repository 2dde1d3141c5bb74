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

/**
 * Pages whose origin is not that of the API, so that CORS applies to every request. One file at a time: all send with one token, whose rate is
 * limited.
 */
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
    // They wait for another process, whose time on a busy machine nobody here decides.
    retry: process.env.CI ? 1 : 0,
  },
});
