import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GraphQLObjectType } from 'graphql';

/** The list that a cursor is bound to, as the server names it: by the type that declares it, which is the interface that has it. */
export function listName(orgId: string, type: GraphQLObjectType, field: string, orderBy: string | undefined): string {
  const declaredBy = type.getInterfaces().find((each) => field in each.getFields()) ?? type;
  return JSON.stringify([orgId, null, declaredBy.name, field, orderBy ?? null]);
}

/** A position under the seal of a list: what anybody can make who knows the organization's id and reads the source. */
export const sealed = (position: string, list: string): string =>
  `${position}.${bytesToHex(sha256(utf8ToBytes(JSON.stringify([list, position]))).subarray(0, 6))}`;

const positions = (...texts: string[]) => texts.map((text) => btoa(`DC:${text}`));

/** Positions that do not read as one: no base64, no JSON, and values that no column can be compared with. */
export const UNREADABLE: readonly string[] = [
  '',
  '???',
  '__proto__',
  btoa('S:acme'),
  ...positions('', 'S', 'X:1', 'S:\u0000', 'N:x', 'N:1e999', 'I:1', 'I:x', 'D:x', 'B:AAAA', 'B:?'),
  ...positions('O:', 'O:{', 'O:{}', 'O:{"a":1}', 'O:[]', 'O:[[1]]', 'O:true', 'O:{"__proto__":1}', 'J:', 'J:[{"a":1}]', 'J:[true]'),
  ...positions('T:', 'T:{}', 'T:[]', 'T:[1]', 'T:["x"]', 'T:["T:[\\"S:a\\"]"]', 'T:["O:{}","S:b"]', 'T:["I:1","I:2"]'),
];

/** Positions that read as one, of a type or with a number of values that some order does not have. */
export const MISFITTING: readonly string[] = positions(
  ...['N:', 'N:1.5', 'Z:', 'M:x', 'O:null', 'S:', 'J:[1]', 'J:["a","b"]', 'T:["S:a"]', 'T:["N:1",null]', 'T:[null,null]'],
  ...['T:["S:a","S:b","S:c"]', `T:[${'"S:a",'.repeat(99)}"S:a"]`],
);

/** Positions of one value, and of two: each order has one or the other. */
export const WELL_FORMED: readonly string[] = positions('S:a', 'T:["S:a","S:b"]');
