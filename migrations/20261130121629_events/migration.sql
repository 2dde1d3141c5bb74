ALTER TABLE `audit_entries` ADD `seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `kinds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `account_id` text;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `purchase_id` text;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `plan_version_id` text;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `job_id` text;--> statement-breakpoint

-- What was written once is not changed by anybody; the trigger that sees to it comes back at the end.
DROP TRIGGER `audit_entries_kept`;--> statement-breakpoint

-- The order of the rows is the order of the commits. An entity's id begins with its kind.
UPDATE `audit_entries` SET
  seq = placed.seq,
  account_id = (SELECT value FROM json_each(entities) WHERE value LIKE 'acc.%' ORDER BY key DESC LIMIT 1),
  purchase_id = (SELECT value FROM json_each(entities) WHERE value LIKE 'purchase.%' ORDER BY key DESC LIMIT 1),
  plan_version_id = (SELECT value FROM json_each(entities) WHERE value LIKE 'ppv.%' ORDER BY key DESC LIMIT 1),
  job_id = (SELECT value FROM json_each(entities) WHERE value LIKE 'job.%' ORDER BY key DESC LIMIT 1),
  kinds = '[' || rtrim(
    CASE WHEN timeline_revision IS NOT NULL THEN '"TIMELINE_CHANGED",' ELSE '' END
    || CASE WHEN entities LIKE '%"lic.%' THEN '"LICENSES_CHANGED",' ELSE '' END
    || CASE
      WHEN operation IN ('createCustomer') THEN '"CUSTOMER_CREATED","ACCOUNT_CREATED",'
      WHEN operation IN ('updateCustomer') THEN '"CUSTOMER_CHANGED",'
      WHEN operation IN ('deleteCustomer') THEN '"CUSTOMER_ARCHIVED",'
      WHEN operation IN ('createAccount') THEN '"ACCOUNT_CREATED",'
      WHEN operation IN ('updateAccount') THEN '"ACCOUNT_CHANGED",'
      WHEN operation IN ('deleteAccount') THEN '"ACCOUNT_ARCHIVED",'
      WHEN operation IN ('addAccountAliases', 'removeAccountAliases') THEN '"ACCOUNT_ALIASES_CHANGED",'
      WHEN operation IN ('bulkRateCardOperationsOnSchedule', 'updateSchedulePricingRules', 'rebaseDraft') THEN '"DRAFT_CHANGED",'
      WHEN operation IN ('discardAccountSchedules') THEN '"DRAFT_DISCARDED",'
      WHEN operation IN ('finalizeAccountSchedules') THEN '"DRAFT_FINALIZED",'
      WHEN operation IN ('createProposal') THEN '"PROPOSAL_CREATED",'
      WHEN operation IN ('reviseProposal') THEN '"PROPOSAL_REVISED",'
      WHEN operation IN ('sweepExpiredProposals') THEN '"PROPOSAL_EXPIRED",'
      WHEN operation IN ('initiatePurchase') THEN '"PURCHASE_INITIATED",'
      WHEN operation IN ('completePurchase') THEN '"PURCHASE_COMPLETED",'
      WHEN operation IN ('failPurchase') THEN '"PURCHASE_FAILED",'
      WHEN operation IN ('createPricePlan') THEN '"PRICE_PLAN_CREATED",'
      WHEN operation IN ('updatePricePlan', 'bulkPricePlanRateCardOperations', 'updatePricePlanPricingRules') THEN '"PRICE_PLAN_DRAFT_CHANGED",'
      WHEN operation IN ('discardPricePlan') THEN '"PRICE_PLAN_DRAFT_DISCARDED",'
      WHEN operation IN ('archivePricePlan') THEN '"PRICE_PLAN_ARCHIVED",'
      WHEN operation IN ('finalizePricePlan') THEN '"VERSION_FINALIZED",'
      WHEN operation IN ('migratePricePlan') THEN '"JOB_CREATED",'
      WHEN operation IN ('confirmJob') THEN '"JOB_CONFIRMED",'
      WHEN operation IN ('rejectJob') THEN '"JOB_REJECTED",'
      WHEN operation IN ('createAddOn', 'createFeature', 'createUsageMeter') THEN '"BILLABLE_ITEM_CREATED",'
      WHEN operation IN ('updateAddOn', 'updateFeature', 'updateUsageMeter') THEN '"BILLABLE_ITEM_CHANGED",'
      WHEN operation IN ('archiveAddOn', 'archiveFeature', 'archiveUsageMeter') THEN '"BILLABLE_ITEM_ARCHIVED",'
      WHEN operation IN ('unarchiveAddOn', 'unarchiveFeature', 'unarchiveUsageMeter') THEN '"BILLABLE_ITEM_UNARCHIVED",'
      WHEN operation IN ('createApiToken', 'revokeApiToken', 'createDelegateToken', 'registerTokenIssuer', 'removeTokenIssuer', 'registerStaffIssuer', 'updateStaffIssuer', 'removeStaffIssuer', 'revokeStaff', 'restoreStaff') THEN '"ACCESS_CHANGED",'
      WHEN operation = 'bulkEditSchedules' AND timeline_revision IS NULL THEN '"DRAFT_CHANGED",'
      WHEN operation = 'updateProposalStatus' AND `after` ->> '$.status' = 'PROPOSAL_DECLINED' THEN '"PROPOSAL_DECLINED",'
      WHEN operation = 'updateProposalStatus' THEN '"PROPOSAL_APPROVED",'
      WHEN operation = 'migrateAccount' AND timeline_revision IS NULL THEN '"ACCOUNT_NOT_MIGRATED",'
      WHEN operation = 'migrateAccount' THEN '"ACCOUNT_MIGRATED",'
      ELSE ''
    END
    || CASE WHEN operation = 'finalizePricePlan' AND entities LIKE '%"job.%' THEN '"JOB_CREATED",' ELSE '' END,
  ',') || ']'
FROM (SELECT rowid AS place, row_number() OVER (PARTITION BY org_id ORDER BY rowid) AS seq FROM audit_entries) AS placed
WHERE audit_entries.rowid = placed.place;
--> statement-breakpoint
DROP INDEX IF EXISTS `audit_entries_written`;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_seq` ON `audit_entries` (`org_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_account` ON `audit_entries` (`org_id`,`account_id`,`seq`) WHERE ("audit_entries"."account_id" is not null);--> statement-breakpoint

-- The Worker that is deployed during the migration does not number its entries: the database does.
CREATE TRIGGER `audit_entries_numbered` AFTER INSERT ON `audit_entries` WHEN NEW.seq = 0
BEGIN
  UPDATE audit_entries SET seq = (SELECT max(seq) + 1 FROM audit_entries WHERE org_id = NEW.org_id)
  WHERE org_id = NEW.org_id AND id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_kept` BEFORE UPDATE ON `audit_entries` WHEN OLD.seq <> 0
BEGIN
  SELECT RAISE(ABORT, 'LEDGER');
END;
--> statement-breakpoint
DELETE FROM `sqlite_stat1` WHERE `idx` = 'audit_entries_written';
--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('audit_entries', 'audit_entries_seq', '1000000 100000 1'),
  ('audit_entries', 'audit_entries_account', '500000 50000 1000 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
