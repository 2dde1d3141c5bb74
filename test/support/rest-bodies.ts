import { type ContractField, contractType, itemTypeOf } from './rest-contract.ts';

type Json = Readonly<Record<string, unknown>>;

const SCALARS: Readonly<Record<string, unknown>> = {
  String: 'text',
  Boolean: true,
  Int: 1,
  Number: 1,
  Date: '2027-01-01',
  DateTime: '2027-01-01T00:00:00Z',
};

/** A value of a type with every field that the contract has, each within its limits. */
export function sampleOf(type: string, { enum: values, constraints = {} }: Partial<ContractField> = {}): unknown {
  const { list, map } = itemTypeOf(type);
  if (list !== undefined) return Array.from({ length: Math.max(constraints.min_length ?? 1, 1) }, () => sampleOf(list));
  if (map !== undefined) return { key: sampleOf(map) };
  if (values) return values[0];
  if (type === 'String') return 'x'.repeat(Math.min(Math.max(constraints.min_length ?? 4, 3), constraints.max_length ?? 4));
  if (type in SCALARS) return SCALARS[type];
  const known = contractType(type);
  if (known.kind === 'enum') return known.values[0];
  return Object.fromEntries(Object.entries(known.fields).map(([name, field]) => [name, sampleOf(field.type, field)]));
}

/** A body that exceeds one limit, or has a value of another type. */
export interface Excess {
  /** The place of the value beyond the limit: `body.edits.0.name`. */
  readonly place: string;
  readonly limit: string;
  readonly body: unknown;
}

/** Every body of a type that exceeds one limit of the contract, has one value of another type or lacks one field that is required, and is valid otherwise. */
export function excessesOf(type: string, place = 'body'): readonly Excess[] {
  const { list, map } = itemTypeOf(type);
  if (list !== undefined) return excessesOf(list, `${place}.0`).map((each) => ({ ...each, body: [each.body] }));
  if (map !== undefined || type in SCALARS) return [];
  const known = contractType(type);
  if (known.kind === 'enum') return [{ place, limit: 'an enum', body: 'NO_SUCH_VALUE' }];
  const whole = sampleOf(type) as Json;
  return Object.entries(known.fields).flatMap(([name, field]) => {
    const at = `${place}.${name}`;
    const missing = field.required ? [{ place: at, limit: 'required', body: undefined }] : [];
    return [...missing, ...beyond(field, at), ...excessesOf(field.type, at)].map(({ body, ...each }) => ({
      ...each,
      body: { ...whole, [name]: body },
    }));
  });
}

/** What is not of a type: a decimal as a text, a day as a number. */
function mistyped(type: string): unknown {
  const { list, map } = itemTypeOf(type);
  if (list !== undefined) return { 0: sampleOf(list) };
  if (map !== undefined) return ['text'];
  if (type === 'Date' || type === 'DateTime') return 20_270_101;
  if (type === 'Int' || type === 'Number') return '1';
  return type === 'String' ? 1 : 'true';
}

function beyond(field: ContractField, place: string): readonly Excess[] {
  const { enum: values, type, constraints: { min_length = 0, max_length, ge, le } = {} } = field;
  const { list } = itemTypeOf(type);
  const sized = (length: number): unknown => (list === undefined ? 'x'.repeat(length) : Array.from({ length }, () => sampleOf(list)));
  return [
    { place, limit: type, body: mistyped(type) },
    ...(values ? [{ place, limit: 'an enum', body: 'NO_SUCH_VALUE' }] : []),
    ...(min_length > 0 ? [{ place, limit: `at least ${min_length}`, body: sized(min_length - 1) }] : []),
    ...(max_length === undefined ? [] : [{ place, limit: `at most ${max_length}`, body: sized(max_length + 1) }]),
    ...(ge === undefined ? [] : [{ place, limit: `at least ${ge}`, body: ge - 1 }]),
    ...(le === undefined ? [] : [{ place, limit: `at most ${le}`, body: le + 1 }]),
  ];
}
