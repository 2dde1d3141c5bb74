import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { describeScopes } from '../../src/graphql/admission/scope-descriptions.ts';
import { schema } from '../../src/graphql/schema.ts';

interface Described {
  readonly path: string;
  readonly text: string;
}

const types = Object.values(describeScopes(schema).getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const all = types.flatMap(descriptionsOf);
const optional = types.flatMap(optionalInputsOf);

/** The first word leans on another text: a description stands alone in a hover box. */
const LEANING = /^(It|Its|They|Their|Them|That|Those|These|Only|Also|The same(?!, and)|Not|None|So|Such|Of|To|Absent|Null)\b/;

/** Words that a reader has to read twice, and what to write instead. */
const UNPLAIN: Readonly<Record<string, RegExp>> = {
  'Omit to … / Defaults to …': /\babsent\b|not said|left out|unless said/i,
  'differs from, overrides': /otherwise than|says otherwise/i,
  '`null`: …': /(?<!`)\bnull\b(?!`)(?=:)/i,
  'matches nothing': /none (is|does)\b/i,
  forever: /\bfor ever\b/i,
  'returns, is shown': /\bis told\b|\bare told\b|\bis asked\b|\btells of\b/i,
  'changed, has changed': /\bmoved beneath\b|\bhas moved\b/i,
  'prevents finalizing': /stands? against/i,
  'Status of …': /in its life|where it stands/i,
  valid: /\bis good\b|\bare good\b|good for\b/i,
  'Maximum …': /\bat most\b/i,
};

describe('a description in the schema', () => {
  it('is a phrase that begins with a capital and ends with a full stop', () => {
    expect(all.filter(({ text }) => !/^[A-Z0-9`"]/.test(text) || !/[.][)]?$/.test(text))).toEqual([]);
  });

  it('stands alone: its first word does not lean on another text', () => {
    expect(all.filter(({ text }) => LEANING.test(text))).toEqual([]);
  });

  it('does not only repeat the name that it describes', () => {
    const words = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
    expect(all.filter(({ path, text }) => words(text) === words(path.split(/[.(]/).at(-1) ?? ''))).toEqual([]);
  });

  it('of a field is not that of another field beside it', () => {
    const copied = types.flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
      const fields = Object.values<{ name: string; description?: string | null | undefined }>(type.getFields());
      const byText = [...Map.groupBy(fields, ({ description }) => description).values()].filter(({ length }) => length > 1);
      return byText.map((alike) => `${type.name}: ${alike.map(({ name }) => name).join(', ')}`);
    });
    // Both are refused for the same reason.
    expect(copied).toEqual(['UsageConfigInput: lookupRange, lookupCycle']);
  });

  it.each(Object.entries(UNPLAIN))('says "%s" in one way', (_instead, unplain) => {
    expect(all.filter(({ text }) => unplain.test(text))).toEqual([]);
  });

  it('writes the digits of a large number in groups of three', () => {
    const plain = all.map(({ path, text }) => ({ path, text: text.replaceAll(/`[^`]*`|(RFC|ISO) \d+/g, '') }));
    // A fraction has its digits as `ExactNumber` returns them.
    expect(plain.filter(({ text }) => /\b\d{4,}(?!\d*\/)/.test(text))).toEqual([]);
  });

  it('of an input that may be omitted says what happens then', () => {
    expect(optional.filter(({ text }) => !/Defaults to|\b[Oo]mit|Required|`null`|[Ii]gnored|not allowed|Allowed only/.test(text))).toEqual(
      [],
    );
  });

  it('of an output says what it is, and not what a caller gives', () => {
    const given = /\bOmit\b|Defaults to|Required (with|for|unless)|allowed otherwise|[Mm]ay be omitted|Cannot be cleared/;
    expect(types.flatMap(outputsOf).filter(({ text }) => given.test(text))).toEqual([]);
  });

  it('of a text that is stored says how long it may be', () => {
    expect(types.flatMap(textsOf).filter(({ text }) => !/characters|bytes|KB/.test(text) && !REFERS.test(text))).toEqual([]);
  });

  it('of a list argument names its maximum', () => {
    const pages = all.filter(({ path }) => /\((first|last|ids)\)$/.test(path));
    expect(pages.filter(({ text }) => !/Maximum 100\b/.test(text))).toEqual([]);
  });
});

function descriptionsOf(type: GraphQLNamedType): Described[] {
  const own = { path: type.name, text: type.description ?? '' };
  if (isEnumType(type))
    return [own, ...type.getValues().map((value) => ({ path: `${type.name}.${value.name}`, text: value.description ?? '' }))];
  if (isInputObjectType(type)) return [own, ...Object.values(type.getFields()).map((field) => at(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  return [
    own,
    ...Object.values(type.getFields()).flatMap((field) => [
      at(type.name, field),
      ...field.args.map((arg) => argument(type.name, field.name, arg)),
    ]),
  ];
}

/** Texts that find something that exists, or have a format that limits them. */
const REFERS =
  /\b[Ii]ds?\b|`pricePlanId`|^(The alias|An alias|Value of the alias|Name of the (rate card|holder)|Holders)|`sub`|`eventId`|ISO 8601|Days? on|Month of/;

/** Texts that an input takes to store or compare, alone or in a list. Conditions of a filter compare with what is there. */
function textsOf(type: GraphQLNamedType): Described[] {
  if (!isInputObjectType(type) || /(Where|Filter|Range|Contains)$/.test(type.name)) return [];
  const texts = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === 'String');
  return texts.map((field) => at(type.name, field));
}

function outputsOf(type: GraphQLNamedType): Described[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map((field) => at(type.name, field));
}

/** Arguments and input fields that may be omitted. Conditions of a filter and members of a oneOf say nothing when they are. */
function optionalInputsOf(type: GraphQLNamedType): Described[] {
  if (isInputObjectType(type)) {
    if (type.isOneOf || /(Where|Filter|Range|Contains)$/.test(type.name)) return [];
    // An input may say once what it means to omit any of its fields.
    if (/An omitted (field|line)/.test(type.description ?? '')) return [];
    return Object.values(type.getFields())
      .filter((field) => !isRequiredInputField(field))
      .map((field) => at(type.name, field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.filter((arg) => !isRequiredArgument(arg)).map((arg) => argument(type.name, field.name, arg)),
  );
}

function at(type: string, { name, description }: Pick<GraphQLInputField, 'name' | 'description'>): Described {
  return { path: `${type}.${name}`, text: description ?? '' };
}

function argument(type: string, field: string, { name, description }: GraphQLArgument): Described {
  return { path: `${type}.${field}(${name})`, text: description ?? '' };
}
