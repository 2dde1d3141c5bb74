import type * as v from 'valibot';
import { Account, AccountAliasesPaginatedResponse, AccountPaginatedResponse } from './account/answers.ts';
import { BaseSuccessResponse } from './answer-fields.ts';
import { CreateCustomerResponse, Customer, CustomerPaginatedResponse } from './customer/answers.ts';

/** The answer of each operation. The Worker imports its types alone: `npm run schema` prints the schemas. */
export const ANSWERS = {
  getCustomers: CustomerPaginatedResponse,
  createCustomer: CreateCustomerResponse,
  getCustomer: Customer,
  updateCustomer: Customer,
  deleteCustomer: BaseSuccessResponse,
  getAccounts: AccountPaginatedResponse,
  createAccount: Account,
  getAccount: Account,
  updateAccount: Account,
  deleteAccount: BaseSuccessResponse,
  listAccountAliases: AccountAliasesPaginatedResponse,
  addAliases: Account,
  removeAliases: Account,
} as const;

/** The types of the answers, by operation. */
export type Answers = { readonly [Operation in keyof typeof ANSWERS]: v.InferOutput<(typeof ANSWERS)[Operation]> };
