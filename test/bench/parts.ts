import { gzipSync } from 'node:zlib';
import { minifySync } from 'rolldown/utils';
import type { WorkerBundle } from '../../scripts/worker-bundle.ts';

/** A part of a bundle: a package, or a folder of the sources. */
interface Part {
  readonly name: string;
  /** KiB, minified. */
  readonly size: number;
  /** KiB of the gzipped bundle. An estimate, since a part is compressed together with what is around it: in proportion to what each has alone. */
  readonly gzipped: number;
}

/** The parts of a bundle, the largest first. */
export function partsOf({ code, modules }: WorkerBundle): readonly Part[] {
  const codeByPart = Map.groupBy(modules, ([path]) => partOf(path));
  const alone = [...codeByPart].map(([name, own]) => {
    const { code: text } = minifySync('part.js', own.map(([, each]) => each).join('\n'), { compress: false });
    return { name, size: text.length / 1024, gzipped: gzipSync(text).length };
  });
  const share = gzipSync(code).length / 1024 / alone.reduce((sum, { gzipped }) => sum + gzipped, 0);
  return alone.map((part) => ({ ...part, gzipped: part.gzipped * share })).toSorted((a, b) => b.gzipped - a.gzipped);
}

function partOf(path: string): string {
  const library = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  return library?.[1] ?? /(src\/[^/]+|schema)\/[^/]+$|(src\/[^/]+)\//.exec(path)?.slice(1).find(Boolean) ?? 'other';
}
