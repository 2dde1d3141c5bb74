import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventKind } from '../event.ts';
import { isLoopback, isPublicName } from '../public-host.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { parseText } from '../text.ts';

/** `DISABLED`: nothing is delivered until an update enables the endpoint again. */
export const WEBHOOK_STATUSES = ['ACTIVE', 'DISABLED'] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** Why an endpoint is disabled. */
export const DISABLED_REASONS = ['GONE', 'FAILING', 'TOKEN_ENDED', 'DOCUMENT_INVALID', 'BY_CALLER'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** Why something is delivered. Only events are tried again. */
export const DELIVERY_CAUSES = ['EVENT', 'TEST', 'REDELIVERY'] as const;
export type DeliveryCause = (typeof DELIVERY_CAUSES)[number];

export const DELIVERY_STATUSES = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What an endpoint is told of. `null` in place of kinds or of the account: all. */
export interface WebhookTerms {
  readonly url: string;
  /** The subscription that every payload answers. */
  readonly document: string;
  readonly kinds: readonly EventKind[] | null;
  /** The generated id of the account. */
  readonly accountId: string | null;
}

/** Which addresses a deployment delivers to. */
export interface AddressRules {
  /** Whether `http://localhost` is allowed. For development only. */
  readonly allowsLocalhost: boolean;
  /** The host of this API, which nothing is delivered to. */
  readonly ownHost: string;
}

/** Maximum endpoints of one organization. */
export const MAX_WEBHOOKS = 20;

/** Deliveries of an endpoint that are kept, the newest ones. Those that wait are kept besides. */
export const MAX_KEPT_DELIVERIES = 1_000;

/** Maximum deliveries of an endpoint that wait because `sendTestEvent` or `redeliver` requested them. */
export const MAX_WAITING_DELIVERIES = 100;

const MAX_URL = 500;

/**
 * Parses the address of an endpoint: `https` on port 443 of a host that has a public name. An address in numbers is refused in every
 * spelling, since `URL` writes `0x7f.1` and `2130706433` as `127.0.0.1`. A dot at the end of a name changes nothing (RFC 1034, section 3.1).
 * What a name resolves to is for the runtime to check.
 */
export function parseWebhookUrl(text: string, { allowsLocalhost, ownHost }: AddressRules): Result<string> {
  const sound = parseText(text, { min: 1, max: MAX_URL });
  if (!sound.ok) return sound;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.hash) return refuse(invalid(FORM));
  if (allowsLocalhost && url.protocol === 'http:' && isLoopback(url.hostname)) return ok(url.href);
  if (url.protocol !== 'https:' || url.port) return refuse(invalid(FORM));
  if (!isPublicName(url.hostname)) return refuse(invalid(`"${url.hostname}" is not the name of a public host.`));
  if (url.hostname.replace(/\.$/, '') === ownHost) return refuse(invalid(`"${url.hostname}" is this API itself.`));
  return ok(url.href);
}

const FORM = 'Must be an https address on port 443, such as "https://example.com/webhooks".';

/** A version of the secret of an endpoint. */
export interface SecretVersion {
  readonly orgId: string;
  readonly webhookId: string;
  /** From 1. */
  readonly version: number;
}

/**
 * Returns the secret of an endpoint, in the form of Standard Webhooks: `whsec_` and 32 bytes in base64. It is derived from the key of the
 * deployment, so that no secret is stored.
 */
export function secretOf(key: Uint8Array, { orgId, webhookId, version }: SecretVersion): string {
  const bytes = hmac(sha256, key, utf8ToBytes(JSON.stringify(['webhook', orgId, webhookId, version])));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
