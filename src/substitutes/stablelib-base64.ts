/** The part of @stablelib/base64 that standardwebhooks uses, by the runtime. */
export const encode = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const decode = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
