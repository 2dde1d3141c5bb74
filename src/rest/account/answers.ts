import * as v from 'valibot';
import { Address, CreateEntitySetting } from '../address.ts';
import { answeredInstant, answeredInteger, answeredTextMap, pageOf } from '../answer-fields.ts';
import { AccountsBillingInformation } from './bodies.ts';

export const AccountAliases = v.object({ alias: v.optional(v.string()) });

export const Account = v.object({
  id: v.string(),
  togaiAccountId: v.string(),
  togaiCustomerId: v.string(),
  name: v.string(),
  customerId: v.string(),
  invoiceCurrency: v.optional(v.string()),
  aliases: v.optional(v.array(AccountAliases)),
  netTermDays: v.optional(answeredInteger),
  address: v.optional(Address),
  primaryEmail: v.optional(v.string()),
  billingInformation: v.optional(AccountsBillingInformation),
  status: v.picklist(['ACTIVE', 'DRAFT', 'ARCHIVED']),
  settings: v.optional(v.array(CreateEntitySetting)),
  metadata: v.optional(answeredTextMap),
  tags: v.optional(v.array(v.string())),
});

export const AccountPaginatedResponse = pageOf(Account);

export const AccountAlias = v.object({
  id: v.string(),
  value: v.string(),
  effectiveFrom: answeredInstant,
  effectiveUntil: answeredInstant,
  createdAt: answeredInstant,
});

export const AccountAliasesPaginatedResponse = pageOf(AccountAlias);
