import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';
import { parseDay } from '../domain/day.ts';
import { parseDecimal } from '../domain/decimal.ts';
import { parseInstant } from '../domain/instant.ts';
import { jsonFault } from '../domain/json-limits.ts';
import { parseCurrency } from '../domain/money.ts';
import type { Result } from '../domain/result.ts';
import { builder } from './builder.ts';

builder.scalarType('Date', {
  description: 'A UTC calendar day, `YYYY-MM-DD`. `9999-01-01` means forever.',
  serialize: (day) => day,
  parseValue: (value) => accepted(parseDay(textOf(value, 'a day, such as "2026-11-21"'))),
});

builder.scalarType('DateTime', {
  description:
    'An instant, RFC 3339 with a time zone: `2026-11-21T08:30:00Z`. Returned in UTC, to the millisecond. A date or time that does not exist is an error, leap seconds included.',
  serialize: (instant) => new Date(instant).toISOString(),
  parseValue: (value) => accepted(parseInstant(textOf(value, 'an instant, such as "2026-11-21T08:30:00Z"'))),
});

builder.scalarType('Decimal', {
  description:
    'An exact decimal number with a maximum of 12 decimal places. Returned as a string, such as `"12.50"`. Accepted as a string or an integer, never as a float.',
  serialize: (decimal) => decimal,
  parseValue: (value) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw badInput(`${value} would lose digits; write decimals as strings, such as "12.50".`);
    }
    return accepted(parseDecimal(typeof value === 'number' ? String(value) : textOf(value, A_DECIMAL)));
  },
  // A literal is parsed from its source text, so that a float in a document is refused instead of rounded.
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return accepted(parseDecimal(node.value));
    if (node.kind === Kind.FLOAT) throw badInput(`${node.value} is not a decimal; write it as a string, such as "12.50".`);
    return accepted(parseDecimal(textOf(valueFromASTUntyped(node), A_DECIMAL)));
  },
});

builder.scalarType('CurrencyCode', {
  description:
    'A currency, by its ISO 4217 code, such as `USD`. Inputs accept the currencies of the current list; outputs may contain a withdrawn currency.',
  serialize: (code) => code,
  parseValue: (value) => accepted(parseCurrency(textOf(value, 'a currency code, such as "USD"'))),
});

builder.scalarType('JSON', {
  description: 'Any JSON value. As an input, maximum 10 levels deep and 16 KB. Used only for metadata, JSON logic, keys and audit entries.',
  serialize: (value) => value,
  parseValue: withinLimits,
  parseLiteral: (node, variables) => withinLimits(valueFromASTUntyped(node, variables)),
});

const A_DECIMAL = 'a decimal, such as "12.50"';

function textOf(value: unknown, expected: string): string {
  if (typeof value !== 'string') throw badInput(`Expected ${expected}, not ${JSON.stringify(value)}.`);
  return value;
}

function withinLimits(value: unknown): unknown {
  const fault = jsonFault(value);
  if (fault !== null) throw badInput(fault);
  return value;
}

function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw badInput(result.refusals[0].message);
}

const badInput = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
