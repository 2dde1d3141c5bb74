import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The id of a document, which a request can give instead of the text: its hash, in hexadecimal. */
export const documentIdOf = (text: string): string => `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;

/** The first ten digits of an id, by which a document is found. Its whole id is then compared. */
export const startOf = (id: string): string => id.slice('sha256:'.length, 17);
