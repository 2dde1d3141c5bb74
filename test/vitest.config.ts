import { defineConfig } from 'vitest/config';

/** The pure core in Node; everything that touches D1 or HTTP in workerd (its own configuration beside this one). */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    name: 'node',
    include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'],
  },
});
