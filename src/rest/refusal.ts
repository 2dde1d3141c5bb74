import type { GraphQLError } from 'graphql';
import type { PathSegment, RefusalCode } from '../domain/refusal.ts';
import { withShortEchoes } from '../graphql/echo.ts';

/** Why a request has no answer. */
export interface Refused {
  readonly status: Status;
  readonly code: string;
  /** One sentence for each fault, after the place of the field: `body.name: …`. */
  readonly message: string;
  /** The place of the first fault: `body.name`. `null`: no single field is at fault. */
  readonly place: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 501 | 503;

/** A refusal as a payload has it. */
export interface UserError {
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: readonly string[];
}

/** Finds where in the request a place of the GraphQL input is. */
export type PlaceOf = (path: readonly PathSegment[]) => string | null;

/** The refusal of a request that is at fault itself. */
export const badRequest = (message: string, place: string | null = null, status: Status = 400): Refused => ({
  status,
  code: 'BAD_REQUEST',
  message: withPlace(place, message),
  place,
  headers: {},
});

/** The refusal of an operation, from the errors of its payload. */
export function fromUserErrors(errors: readonly [UserError, ...UserError[]], placeOf: PlaceOf): Refused {
  const [first] = errors;
  const place = placeOf(first.path);
  const message = errors.map((each) => withPlace(placeOf(each.path), withRestNames(each.message, each.path, placeOf))).join(' ');
  return { status: statusOf(first.code, place), code: first.code, message, place, headers: {} };
}

/**
 * The refusal of a request that GraphQL did not run.
 * @param uncut the message before its values were cut
 */
export function fromError(
  { message, extensions }: GraphQLError,
  { placeOf, uncut }: { readonly placeOf: PlaceOf; readonly uncut: string },
): Refused {
  const { argument, field, http } = extensions;
  // A document of the mirror is right, so that a wrong input is one of the request.
  const code = extensions.code === 'BAD_USER_INPUT' ? 'BAD_REQUEST' : extensions.code;
  const [, , reason = WRONG_TEXT.exec(message)?.[2] ?? message] = INVALID_VARIABLE.exec(message) ?? [];
  // Only delegates are refused a field of GraphQL, which says which part of the document is not for them.
  const told = code === 'FORBIDDEN' && field !== undefined ? NOT_FOR_DELEGATES : withRestNames(reason, [], placeOf);
  const [, at = WRONG_TEXT.exec(uncut)?.[1] ?? ''] = INVALID_VARIABLE.exec(uncut) ?? [];
  const place = at !== '' ? placeOf(at.split(/[.[\]]+/).filter(Boolean)) : typeof argument === 'string' ? placeOf([argument]) : null;
  if (place === 'query.nextToken') return badRequest(WRONG_TOKEN, place);
  return {
    status: statusOf(String(code), place),
    code: String(code),
    message: withPlace(place, told),
    place,
    headers: { ...http?.headers },
  };
}

const NOT_FOR_DELEGATES = 'A delegate token may not call this operation: it reaches its accounts, and what belongs to them.';

/**
 * Returns a message with fields of the GraphQL input by their names in the body: a message names, in back quotes, the field at its path, one
 * beside it, or one from the root of the input on. `usageConfig.custom` is `usageConfig.usageMap`.
 */
function withRestNames(message: string, path: readonly string[], placeOf: PlaceOf): string {
  return message.replace(/`([a-z]\w*(?:\.\w+)*)`/g, (quoted, name: string) => {
    const steps = name.split('.');
    const at = path.lastIndexOf(steps[0] ?? '');
    const place = placeOf([...path.slice(0, at < 0 ? -1 : at), ...steps]);
    return place === null ? quoted : `\`${place.split('.').slice(-steps.length).join('.')}\``;
  });
}

/** How graphql-js words the error of a variable, with the place of the value. */
const INVALID_VARIABLE = /^Variable "\$\w+" got invalid value .* at "(\w[^"]*)"; (.*)$/s;

/** How `/graphql` words a text that is wrong in any argument: its variable, and why. */
const WRONG_TEXT = /^`\$(\w[^`]*)`: (.*)$/s;

const WRONG_TOKEN = 'Is not a token of this list. Take the `nextToken` or `previousToken` of an answer, and leave it as it is.';

const withPlace = (place: string | null, message: string): string => (place === null ? message : `${place}: ${message}`);

/** The codes of requests that GraphQL does not run, but for those that only a document can cause. */
type RequestCode = 'BAD_REQUEST' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'INTERNAL_SERVER_ERROR' | 'UNAVAILABLE';

/** What is wrong with the request itself: 400. A new code belongs here or in `STATUSES`, and does not compile without. */
type WrongRequest =
  | 'BAD_REQUEST'
  | 'INVALID_VALUE'
  | 'ARCHIVED'
  | 'DRAFT_COLLISION'
  | 'FINALIZE_BLOCKED'
  | 'ILLEGAL_TRANSITION'
  | 'EMPTY_PERIOD'
  | 'NO_DRAFT'
  | 'DRAFT_EXISTS'
  | 'NOTHING_TO_CHANGE'
  | 'PLAN_NOT_ASSOCIABLE'
  | 'PLAN_IN_USE'
  | 'MIGRATION_NOT_ALLOWED'
  | 'PLAN_NOT_PURCHASABLE'
  | 'CURRENCY_FIXED'
  | 'NO_SCHEDULE_TO_RETAIN'
  | 'INTERVAL_MISMATCH'
  | 'DUPLICATE_NAME'
  | 'DUPLICATE_BILLABLE'
  | 'RATE_CARD_NOT_FOUND'
  | 'SLABS_INVALID'
  | 'RATES_INVALID'
  | 'PRICING_CYCLE_INVALID'
  | 'PRICING_RULE_INVALID'
  | 'RULE_FAILED'
  | 'ACCOUNT_NOT_ACTIVE'
  | 'ACCOUNT_HAS_SCHEDULES'
  | 'ACCOUNT_HAS_OPEN_PROPOSALS'
  | 'CUSTOMER_HAS_ACCOUNTS'
  | 'CUSTOMER_NOT_ARCHIVED'
  | 'PRICE_TOO_SMALL'
  | 'PROPOSAL_EXPIRED'
  | 'PROPOSAL_SUPERSEDED'
  | 'PROPOSAL_STARTS_BEFORE_EXPIRY'
  | 'CUSTOMERS_DIFFER'
  | 'DELEGATION_UNAVAILABLE'
  | 'WEBHOOK_DISABLED'
  | 'WEBHOOKS_UNAVAILABLE'
  | 'STORAGE_QUOTA_EXCEEDED'
  | 'LIMIT_EXCEEDED'
  | 'LICENSES_NEGATIVE'
  | 'RATE_MISSING'
  | 'RATES_MISMATCH'
  | 'BILLABLE_UNKNOWN'
  | 'BILLABLE_ARCHIVED'
  | 'BILLABLE_WRONG_KIND'
  | 'BILLABLE_DUPLICATE'
  | 'MINIMUM_COMMITMENT_DUPLICATE'
  | 'DEFERRED_REVENUE_LIMIT'
  | 'INVOICE_TIMING'
  | 'PRICING_CYCLE_MISSING'
  | 'PRICING_CYCLE_UNEXPECTED'
  | 'PRICING_CYCLE_OFFSET'
  | 'RULE_ORDER_REPEATED'
  | 'RULE_MALFORMED'
  | 'RULE_UNKNOWN_OPERATOR'
  | 'RULE_UNKNOWN_VARIABLE'
  | 'RULE_VARIABLE_NOT_YET_KNOWN'
  | 'RULE_TARGET_MISSING'
  | 'CURRENCY_NOT_SUPPORTED'
  | 'EFFECTIVE_FROM_TOO_EARLY';

/** The status of each code that is not 400. What does not exist is 404 where the path names it; in a body, it is a wrong value. */
const STATUSES = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  SCOPE_NOT_HELD: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  STALE_DRAFT: 409,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  LOOKUP_UNAVAILABLE: 501,
  UNAVAILABLE: 503,
} as const satisfies Record<Exclude<RequestCode | RefusalCode, WrongRequest>, Status>;

function statusOf(code: string, place: string | null): Status {
  if (code === 'NOT_FOUND' && !place?.startsWith('path.')) return 400;
  return isTold(code) ? STATUSES[code] : 400;
}

const isTold = (code: string): code is keyof typeof STATUSES => Object.hasOwn(STATUSES, code);

/** Characters of a message. */
const MAX_MESSAGE = 500;

/** The body of every error: the only field that the vendor's clients read. */
export const errorBody = (message: string): { readonly message: string } => ({ message: shortened(withShortEchoes(message)) });

const shortened = (message: string): string =>
  message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE - 1).toWellFormed()}…` : message;

/** The headers of an error: what `{ message }` has no field for. */
export const errorHeaders = (code: string, place: string | null): Readonly<Record<string, string>> => ({
  'x-error-code': code,
  // A header is ASCII, and a place may be the key of a map.
  ...(place !== null && { 'x-error-path': encodeURI(place.toWellFormed()) }),
});
