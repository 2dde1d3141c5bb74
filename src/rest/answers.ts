import type * as v from 'valibot';
import { Account, AccountAliasesPaginatedResponse, AccountPaginatedResponse } from './account/answers.ts';
import { Alias, AliasPaginatedResponse } from './alias/answers.ts';
import { BaseSuccessResponse } from './answer-fields.ts';
import { AddOn, AddOnPaginatedResponse, Feature, FeaturePaginatedListData } from './billable-item/answers.ts';
import { CreateCustomerResponse, Customer, CustomerPaginatedResponse } from './customer/answers.ts';
import { GetJobResponse, JobEntriesPaginatedResponse, JobsPaginatedResponse } from './job/answers.ts';
import { GetLicenseUpdatesResponse, LicenseUpdateResponse } from './license/answers.ts';
import {
  PricePlanV2,
  PricePlanV2PaginatedResponse,
  PricingRulesPaginatedResponse,
  ValidatedEntityErrorsPaginatedResponse,
} from './price-plan/answers.ts';
import { PricingSchedulePaginatedResponse } from './pricing-schedule/answers.ts';
import {
  GetProposalResponse,
  GetPurchaseResponse,
  Proposal,
  ProposalsPaginatedResponse,
  Purchase,
  PurchasePaginatedListData,
} from './purchase/answers.ts';
import { BulkRateCardOperationsResponse, RateCardPaginatedResponse } from './rate-card/answers.ts';
import { CalculateRevenueResponseV2 } from './revenue/answers.ts';
import { SchedulesPaginatedResponse, UpdatePricingScheduleResponse } from './schedule/answers.ts';

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
  listAliases: AliasPaginatedResponse,
  createAlias: AliasPaginatedResponse,
  deleteAlias: BaseSuccessResponse,
  getAlias: Alias,
  updatePricingScheduleBatch: UpdatePricingScheduleResponse,
  updatePricingSchedule: UpdatePricingScheduleResponse,
  getPricingSchedules: PricingSchedulePaginatedResponse,
  listAccountProposals: ProposalsPaginatedResponse,
  createProposal: Proposal,
  getProposal: GetProposalResponse,
  updateProposalStatus: Proposal,
  listAccountPurchases: PurchasePaginatedListData,
  initiateOneTimeEntitlementPlan: Purchase,
  getPurchase: GetPurchaseResponse,
  calculateRevenueV2: CalculateRevenueResponseV2,
  listPricePlansV2: PricePlanV2PaginatedResponse,
  createPricePlanV2: PricePlanV2,
  pricePlanMigrationV2: BaseSuccessResponse,
  getPricePlanV2: PricePlanV2,
  updatePricePlanV2: PricePlanV2,
  discardPricePlan: BaseSuccessResponse,
  listPricePlanErrors: ValidatedEntityErrorsPaginatedResponse,
  finalizePricePlan: BaseSuccessResponse,
  listPricePlanPricingRules: PricingRulesPaginatedResponse,
  updatePricePlanPricingRules: PricingRulesPaginatedResponse,
  listPricePlanRateCards: RateCardPaginatedResponse,
  bulkPricePlanRateCardOperations: BulkRateCardOperationsResponse,
  listPricePlanVersions: PricePlanV2PaginatedResponse,
  getAddOns: AddOnPaginatedResponse,
  createAddOn: AddOn,
  deleteAddOn: BaseSuccessResponse,
  getAddOn: AddOn,
  updateAddOn: AddOn,
  getFeatures: FeaturePaginatedListData,
  createFeature: Feature,
  getFeature: Feature,
  updateFeature: Feature,
  getLicenseUpdates: GetLicenseUpdatesResponse,
  addLicenseUpdateEntry: LicenseUpdateResponse,
  getJobs: JobsPaginatedResponse,
  getJobStatus: GetJobResponse,
  confirmJob: GetJobResponse,
  getJobEntries: JobEntriesPaginatedResponse,
  rejectJob: GetJobResponse,
  listaccountSchedules: SchedulesPaginatedResponse,
  bulkEditSchedules: UpdatePricingScheduleResponse,
  discardAccountSchedules: BaseSuccessResponse,
  finalizeAccountSchedules: SchedulesPaginatedResponse,
  listScheduleErrors: ValidatedEntityErrorsPaginatedResponse,
  listPricingRules: PricingRulesPaginatedResponse,
  updatePricingRules: PricingRulesPaginatedResponse,
  listScheduleRateCards: RateCardPaginatedResponse,
  bulkRateCardOperationsOnSchedule: BulkRateCardOperationsResponse,
} as const;

/** The types of the answers, by operation. */
export type Answers = { readonly [Operation in keyof typeof ANSWERS]: v.InferInput<(typeof ANSWERS)[Operation]> };
