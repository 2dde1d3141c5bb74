import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';

/** Hono with one router. Its own tries a faster one first, which refuses routes that overlap, as ours do, and which would be 2 KiB of the bundle. */
export class Hono extends HonoBase {
  constructor() {
    super({ router: new TrieRouter() });
  }
}
