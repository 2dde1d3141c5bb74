import * as v from 'valibot';
import { CreateAccountRequestWithoutCustomerId } from '../account/bodies.ts';
import { Address, CreateEntitySetting } from '../address.ts';
import { list, object, text } from '../fields.ts';

const name = text({ min: 3, max: 255 });
const primaryEmail = text({ max: 320 });

export const CreateCustomerRequest = object({
  id: text({ max: 50 }),
  name,
  primaryEmail,
  address: Address,
  settings: v.optional(list(CreateEntitySetting, { max: 10 })),
  account: v.optional(CreateAccountRequestWithoutCustomerId),
});

export const UpdateCustomerRequest = object({
  name: v.optional(name),
  primaryEmail: v.optional(primaryEmail),
  address: v.optional(Address),
});
