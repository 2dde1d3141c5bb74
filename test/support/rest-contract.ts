import contract from './rest-contract.json' with { type: 'json' };

/** One operation of the vendor's REST API. */
export interface ContractOperation {
  readonly operation: string;
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** The type of the body. */
  readonly body: string | null;
  /** The type of the answer. */
  readonly returns: string;
}

export interface ContractField {
  readonly type: string;
  readonly required: boolean;
  readonly enum?: readonly string[];
  readonly constraints?: Readonly<Partial<Record<'min_length' | 'max_length' | 'ge' | 'le', number>>>;
}

type ContractType =
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, ContractField>> };

/** The operations, and the fields, enums and limits of their bodies, as the vendor's OpenAPI description of December 2024 has them. */
export const OPERATIONS: readonly ContractOperation[] = contract.operations;
export const TYPES = contract.types as unknown as Readonly<Record<string, ContractType>>;

export function contractType(name: string): ContractType {
  const type = TYPES[name];
  if (!type) throw new Error(`the contract has no type ${name}`);
  return type;
}

/** The type of the items of `List[…]`, or of the values of `Dict[String, …]`. */
export const itemTypeOf = (type: string): { readonly list?: string; readonly map?: string } => ({
  ...(type.startsWith('List[') && { list: type.slice(5, -1) }),
  ...(type.startsWith('Dict[String, ') && { map: type.slice(13, -1) }),
});

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: Number.isSafeInteger,
  Number: (value) => typeof value === 'number',
  Date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
  Any: () => true,
};

/** What is wrong with a value for a strict client of the vendor: each missing, unknown or mistyped field, by its place. */
export function contractFaults(type: string, value: unknown, place = ''): readonly string[] {
  const { list, map } = itemTypeOf(type);
  if (list !== undefined) {
    return Array.isArray(value) ? value.flatMap((item, i) => contractFaults(list, item, `${place}[${i}]`)) : [`${place} is no list`];
  }
  const scalar = SCALARS[type];
  if (scalar) return scalar(value) ? [] : [`${place} is no ${type}: ${JSON.stringify(value)}`];
  if (map === undefined && contractType(type).kind === 'enum') return enumFaults(type, value, place);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} is no object: ${JSON.stringify(value)}`];
  if (map !== undefined) return Object.entries(value).flatMap(([key, each]) => contractFaults(map, each, `${place}.${key}`));
  return objectFaults(type, value, place);
}

function enumFaults(type: string, value: unknown, place: string): readonly string[] {
  const known = contractType(type);
  return known.kind === 'enum' && known.values.includes(String(value)) ? [] : [`${place} is no ${type}: ${JSON.stringify(value)}`];
}

function objectFaults(type: string, value: object, place: string): readonly string[] {
  const known = contractType(type);
  const fields = known.kind === 'object' ? known.fields : {};
  const sent = new Map(Object.entries(value));
  const unknown = [...sent.keys()].filter((name) => !fields[name]).map((name) => `${place}.${name} is unknown`);
  const faults = Object.entries(fields).flatMap(([name, field]) => {
    const each: unknown = sent.get(name);
    const at = `${place}.${name}`;
    if (each === undefined) return field.required ? [`${at} is missing`] : [];
    const mistyped = contractFaults(field.type, each, at);
    if (mistyped.length > 0) return mistyped;
    if (field.enum && !field.enum.includes(String(each))) return [`${at} is none of ${field.enum}: ${each}`];
    return limitFaults(field, each, at);
  });
  return [...unknown, ...faults];
}

function limitFaults(
  { constraints: { min_length = 0, max_length = Number.POSITIVE_INFINITY, ge, le } = {} }: ContractField,
  value: unknown,
  at: string,
) {
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : min_length;
  const isWithin =
    size >= min_length && size <= max_length && (ge === undefined || Number(value) >= ge) && (le === undefined || Number(value) <= le);
  return isWithin ? [] : [`${at} is outside its limits: ${JSON.stringify(value)}`];
}
