import fc from 'fast-check';
import { type JsonSchema, resolved } from './openapi-schemas.ts';
import type { Ids } from './world.ts';

/**
 * Bodies that a schema of `schema/openapi.json` allows: required fields always, others now and then, and ids of a world where a field names
 * something. Whether the domain accepts one is another question.
 */
export function bodiesOf(schema: JsonSchema, ids: Ids): fc.Arbitrary<unknown> {
  const named = namesIn(ids);
  const anyOf = (reference: JsonSchema, name: string): fc.Arbitrary<unknown> => {
    const value = resolved(reference);
    if (value.enum) return fc.constantFrom(...value.enum);
    switch (value.type) {
      case 'object':
        return value.properties
          ? objectOf(value)
          : fc.dictionary(fc.constantFrom('a', 'minimum', 'packageSize', ids.seat), anyOf(value.additionalProperties ?? {}, name), {
              maxKeys: 2,
            });
      case 'array':
        return fc.array(anyOf(value.items ?? {}, name), {
          minLength: Number(value.minItems ?? 0),
          maxLength: Number(value.minItems ?? 0) + 2,
        });
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: Number(value.minimum ?? 0), max: Math.min(Number(value.maximum ?? 40), 40) });
      case 'number':
        return fc.constantFrom(0, 1, 0.5, 1e-6, 1000.25);
      default:
        return textOf(value, named(name));
    }
  };
  const objectOf = ({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(properties).map(([name, each]) => [
            name,
            required.includes(name) ? anyOf(each, name) : fc.option(anyOf(each, name), { freq: 2, nil: undefined }),
          ]),
        ),
      )
      // What is left out is not sent.
      .map((object) => JSON.parse(JSON.stringify(object)));
  return anyOf(schema, '');
}

const DAYS = ['2026-11-21', '2027-01-01', '2027-02-01', '2028-01-01', '9999-01-01'];
const INSTANTS = ['2026-11-21T08:00:00Z', '2027-01-01T00:00:00Z', '2027-06-01T00:00:00Z'];

function textOf({ format, minLength, maxLength }: JsonSchema, known: readonly string[]): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (format === 'date-time') return fc.constantFrom(...INSTANTS);
  const free = fc.string({
    minLength: Math.max(Number(minLength ?? 0), 1),
    maxLength: Math.min(Number(maxLength ?? 12), 12),
    unit: 'grapheme-ascii',
  });
  return known.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: free }) : free;
}

/** Texts that mean something in a field of this name. */
function namesIn(ids: Ids): (field: string) => readonly string[] {
  const { pro, idle, basic, pack, extra, setup, seat, calls, meter, draftSchedule } = ids;
  const accounts = ['contracted', 'drafting', 'spare', 'nobody'];
  const items = [extra, setup, seat, calls, meter];
  const texts: Readonly<Record<string, readonly string[]>> = {
    pricePlanId: [pro, idle, basic, pack],
    sourceId: [pro],
    targetId: [idle],
    billableId: items,
    id: [...items, 'fresh'],
    featureId: [calls],
    usageMeterId: [meter],
    licenseId: [seat],
    scheduleId: [draftSchedule],
    accountId: accounts,
    customerId: ['acme', 'nobody'],
    aliases: ['one', 'two', 'main'],
    value: ['three', 'four', 'main'],
    currency: ['USD', 'EUR'],
    supportedCurrencies: ['USD', 'EUR'],
    invoiceCurrency: ['USD', 'EUR'],
    country: ['DE', 'US'],
    primaryEmail: ['ap@example.com'],
    emailRecipients: ['ap@example.com'],
    additionalEmailRecipients: ['cc@example.com'],
    computation: ['1', '{"+": [1, 2]}'],
    condition: ['true'],
    rateCardName: ['base', 'support', 'extra', 'fee'],
    dayOffset: ['1', 'LAST'],
    monthOffset: ['NIL', 'FIRST'],
    expiryDuration: ['P30D'],
    effectiveUntil: ['P20D'],
    effectiveFrom: ['P5D'],
    type: ['GRANT_LICENSE', 'ADD'],
  };
  return (field) => texts[field] ?? [];
}
