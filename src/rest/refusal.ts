import type { GraphQLError } from 'graphql';
import { type PathSegment, REFUSAL_CODES, type RefusalCode } from '../domain/refusal.ts';
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
  const message = errors.map((each) => withPlace(placeOf(each.path), each.message)).join(' ');
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
  const { argument, http } = extensions;
  // A document of the mirror is right, so that a wrong input is one of the request.
  const code = extensions.code === 'BAD_USER_INPUT' ? 'BAD_REQUEST' : extensions.code;
  const [, , reason = WRONG_TEXT.exec(message)?.[2] ?? message] = INVALID_VARIABLE.exec(message) ?? [];
  const [, at = WRONG_TEXT.exec(uncut)?.[1] ?? ''] = INVALID_VARIABLE.exec(uncut) ?? [];
  const place = at !== '' ? placeOf(at.split(/[.[\]]+/).filter(Boolean)) : typeof argument === 'string' ? placeOf([argument]) : null;
  if (place === 'query.nextToken') return badRequest(WRONG_TOKEN, place);
  return {
    status: statusOf(isCode(code) ? code : 'BAD_REQUEST', place),
    code: String(code),
    message: withPlace(place, reason),
    place,
    headers: { ...http?.headers },
  };
}

/** How graphql-js words the error of a variable, with the place of the value. */
const INVALID_VARIABLE = /^Variable "\$\w+" got invalid value .* at "(\w[^"]*)"; (.*)$/s;

/** How `/graphql` words a text that is wrong in any argument: its variable, and why. */
const WRONG_TEXT = /^`\$(\w[^`]*)`: (.*)$/s;

const WRONG_TOKEN = 'Is not a token of this list. Take the `nextToken` or `previousToken` of an answer, and leave it as it is.';

const withPlace = (place: string | null, message: string): string => (place === null ? message : `${place}: ${message}`);

/** The codes of requests that GraphQL does not run, but for those that only a document can cause. */
type RequestCode = 'BAD_REQUEST' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'INTERNAL_SERVER_ERROR' | 'UNAVAILABLE';

const REQUEST_CODES = {
  BAD_REQUEST: true,
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  RATE_LIMITED: true,
  INTERNAL_SERVER_ERROR: true,
  UNAVAILABLE: true,
} as const satisfies Record<RequestCode, true>;

const isCode = (code: unknown): code is RequestCode | RefusalCode =>
  typeof code === 'string' && (Object.hasOwn(REQUEST_CODES, code) || Object.hasOwn(REFUSAL_CODES, code));

/** The status of each code. What does not exist is 404 where the path names it; in a body, it is a wrong value. */
function statusOf(code: RequestCode | RefusalCode, place: string | null): Status {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
    case 'SCOPE_NOT_HELD':
      return 403;
    case 'NOT_FOUND':
      return place?.startsWith('path.') ? 404 : 400;
    case 'ALREADY_EXISTS':
    case 'CONFLICT':
    case 'IDEMPOTENCY_KEY_REUSED':
    case 'STALE_DRAFT':
      return 409;
    case 'RATE_LIMITED':
      return 429;
    case 'INTERNAL_SERVER_ERROR':
      return 500;
    case 'LOOKUP_UNAVAILABLE':
      return 501;
    case 'UNAVAILABLE':
      return 503;
    case 'BAD_REQUEST':
    case 'INVALID_VALUE':
    case 'ARCHIVED':
    case 'DRAFT_COLLISION':
    case 'FINALIZE_BLOCKED':
    case 'ILLEGAL_TRANSITION':
    case 'EMPTY_PERIOD':
    case 'NO_DRAFT':
    case 'DRAFT_EXISTS':
    case 'NOTHING_TO_CHANGE':
    case 'PLAN_NOT_ASSOCIABLE':
    case 'PLAN_IN_USE':
    case 'MIGRATION_NOT_ALLOWED':
    case 'PLAN_NOT_PURCHASABLE':
    case 'CURRENCY_FIXED':
    case 'NO_SCHEDULE_TO_RETAIN':
    case 'INTERVAL_MISMATCH':
    case 'DUPLICATE_NAME':
    case 'DUPLICATE_BILLABLE':
    case 'RATE_CARD_NOT_FOUND':
    case 'SLABS_INVALID':
    case 'RATES_INVALID':
    case 'PRICING_CYCLE_INVALID':
    case 'PRICING_RULE_INVALID':
    case 'RULE_FAILED':
    case 'ACCOUNT_NOT_ACTIVE':
    case 'ACCOUNT_HAS_SCHEDULES':
    case 'ACCOUNT_HAS_OPEN_PROPOSALS':
    case 'CUSTOMER_HAS_ACCOUNTS':
    case 'CUSTOMER_NOT_ARCHIVED':
    case 'PRICE_TOO_SMALL':
    case 'PROPOSAL_EXPIRED':
    case 'PROPOSAL_SUPERSEDED':
    case 'PROPOSAL_STARTS_BEFORE_EXPIRY':
    case 'CUSTOMERS_DIFFER':
    case 'DELEGATION_UNAVAILABLE':
    case 'WEBHOOK_DISABLED':
    case 'WEBHOOKS_UNAVAILABLE':
    case 'STORAGE_QUOTA_EXCEEDED':
    case 'LIMIT_EXCEEDED':
    case 'LICENSES_NEGATIVE':
    case 'RATE_MISSING':
    case 'RATES_MISMATCH':
    case 'BILLABLE_UNKNOWN':
    case 'BILLABLE_ARCHIVED':
    case 'BILLABLE_WRONG_KIND':
    case 'BILLABLE_DUPLICATE':
    case 'MINIMUM_COMMITMENT_DUPLICATE':
    case 'DEFERRED_REVENUE_LIMIT':
    case 'INVOICE_TIMING':
    case 'PRICING_CYCLE_MISSING':
    case 'PRICING_CYCLE_UNEXPECTED':
    case 'PRICING_CYCLE_OFFSET':
    case 'RULE_ORDER_REPEATED':
    case 'RULE_MALFORMED':
    case 'RULE_UNKNOWN_OPERATOR':
    case 'RULE_UNKNOWN_VARIABLE':
    case 'RULE_VARIABLE_NOT_YET_KNOWN':
    case 'RULE_TARGET_MISSING':
    case 'CURRENCY_NOT_SUPPORTED':
    case 'EFFECTIVE_FROM_TOO_EARLY':
      return 400;
    default:
      return code satisfies never;
  }
}

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
