import * as v from 'valibot';
import { Account } from '../account/answers.ts';
import { Address, CreateEntitySetting } from '../address.ts';
import { answeredInstant, pageOf } from '../answer-fields.ts';

export const Customer = v.object({
  id: v.string(),
  togaiCustomerId: v.string(),
  name: v.string(),
  primaryEmail: v.string(),
  billingAddress: v.string(),
  address: Address,
  status: v.picklist(['ACTIVE', 'ARCHIVED']),
  createdAt: answeredInstant,
  updatedAt: answeredInstant,
});

export const CustomerPaginatedResponse = pageOf(Customer);

export const CreateCustomerResponse = v.object({
  id: v.string(),
  togaiCustomerId: v.string(),
  name: v.string(),
  primaryEmail: v.string(),
  billingAddress: v.optional(v.string()),
  address: v.optional(Address),
  settings: v.optional(v.array(CreateEntitySetting)),
  account: v.optional(Account),
});
