import { ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { print, relayStylePagination } from '@apollo/client/utilities';
import { hashOf, type Session } from './session.ts';

export const apolloLink = (uri: string, { send, headers }: Session) =>
  ApolloLink.from([
    new PersistedQueryLink({ generateHash: (document) => hashOf(document, print(document)) }),
    new SetContextLink(({ key }) => ({ headers: headers(key) })),
    new HttpLink({ uri, fetch: send }),
  ]);

/** A list that grows as its page scrolls. Each condition and order, all arguments but those of a page, is a list of its own. */
export const scroll = relayStylePagination((args) => Object.keys(args ?? {}).filter((name) => !PAGE.includes(name)));

const PAGE = ['first', 'after', 'last', 'before'];
