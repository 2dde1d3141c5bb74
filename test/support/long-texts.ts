/** Texts of callers that the console shows, and the maximum of characters of each. */
const TEXTS = [
  ['organizations', 'name', 100],
  ['customers', 'name', 255],
  ['accounts', 'name', 255],
  ['price_plans', 'name', 50],
  ['price_plan_versions', 'description', 255],
  ['api_tokens', 'name', 100],
  ['purchases', 'comment', 1_000],
] as const;

/** The same of texts within the JSON of a row. */
const WITHIN = [['rate_card_contents', 'card', '$.displayName', 255]] as const;
const WITHIN_LISTS = [
  ['price_plan_versions', 'pricing_rules', '$.name', 50],
  ['price_plan_versions', 'pricing_rules', '$.action.description', 255],
  ['purchases', 'price_lines', '$.label', 255],
] as const;

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

/** Returns an expression for a text that goes on, without a space, to the most characters that it may have. */
const lengthened = (text: string, most: number): string => `substr(${text} || '${'W'.repeat(most)}', 1, ${most})`;

/**
 * Lengthens every text of callers that the console shows. Each still begins as it did, so that a test finds it. Triggers, which freeze what
 * is finalized, are off meanwhile.
 */
export async function lengthenTexts(d1: D1Database): Promise<void> {
  const statements = [
    ...TEXTS.map(([table, column, most]) => `update ${table} set ${column} = ${lengthened(column, most)} where ${column} is not null`),
    ...WITHIN.map(
      ([table, column, path, most]) =>
        `update ${table} set ${column} = json_replace(${column}, '${path}', ${lengthened(`(${column} ->> '${path}')`, most)})`,
    ),
    ...WITHIN_LISTS.map(
      ([table, column, path, most]) =>
        `update ${table} set ${column} = (select json_group_array(json(json_replace(value, '${path}', ${lengthened(`(value ->> '${path}')`, most)}))) from json_each(${column}))`,
    ),
  ];
  const { results: triggers } = await d1.prepare("select name, sql from sqlite_schema where type = 'trigger'").all<Trigger>();
  const off = triggers.map(({ name }) => `drop trigger ${name}`);
  await d1.batch([...off, ...statements, ...triggers.map(({ sql }) => sql)].map((sql) => d1.prepare(sql)));
}
