import { readFile } from 'node:fs/promises';
import { type ConstDirectiveNode, Kind, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PRINTED } from '../../scripts/schema-files.ts';
import { bundleWorker } from '../../scripts/worker-bundle.ts';

/** The texts of the printed schema that tell people something. */
async function textsOfSchema() {
  const [descriptions, reasons]: [string[], string[]] = [[], []];
  visit(parse(await readFile(PRINTED, 'utf8'), { noLocation: true }), {
    enter(node) {
      if ('description' in node && node.description) descriptions.push(node.description.value);
      if (node.kind === Kind.DIRECTIVE && node.name.value === 'deprecated') reasons.push(reasonOf(node as ConstDirectiveNode));
    },
  });
  return { descriptions, reasons };
}

const reasonOf = ({ arguments: args = [] }: ConstDirectiveNode): string =>
  args.flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : []))[0] ?? '';

describe('the bundle of the Worker', () => {
  it('has every reason of a deprecation, and few of the descriptions', async () => {
    const { code } = await bundleWorker('src/worker.ts');
    const { descriptions, reasons } = await textsOfSchema();
    expect(reasons).not.toEqual([]);
    expect(reasons.filter((reason) => !code.includes(reason))).toEqual([]);
    const long = [...new Set(descriptions)].filter((text) => text.length > 60);
    expect(long.filter((text) => code.includes(text)).length).toBeLessThan(long.length / 10);
  });

  it('is not built when a substitute stands in for nothing, since the module that it replaces is back in the bundle', async () => {
    const substitutes = { 'node_modules/moved/index.js': 'src/substitutes/page.ts' };
    await expect(bundleWorker('src/substitutes/page.ts', { substitutes })).rejects.toThrow('node_modules/moved/index.js');
  });
});
