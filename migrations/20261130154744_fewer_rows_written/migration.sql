-- Fewer entries for each schedule that is written: a draft is read by the index of timelines, a look-up by the public id needs no history,
-- and most schedules override nothing.
DROP INDEX IF EXISTS `schedules_draft_timeline`;--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_schedule`;--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_overridden_end`;--> statement-breakpoint
CREATE INDEX `schedules_schedule` ON `schedules` (`org_id`,`schedule_id`) WHERE ("schedules"."superseded_at" is null);--> statement-breakpoint
CREATE INDEX `schedules_overridden_end` ON `schedules` (`org_id`,`end_date`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null and "schedules"."is_overridden" = 1;--> statement-breakpoint
-- Finalizing a draft moves its rows. One look-up for each, as for a row that is added.
DROP TRIGGER `schedules_no_overlap_update`;--> statement-breakpoint
CREATE TRIGGER `schedules_no_overlap_update` BEFORE UPDATE OF `account_id`, `draft_id`, `start_date`, `end_date`, `superseded_at` ON `schedules`
WHEN NEW.superseded_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_OVERLAP') WHERE (
    SELECT end_date FROM schedules
    WHERE org_id = NEW.org_id AND account_id = NEW.account_id AND draft_id IS NEW.draft_id AND superseded_at IS NULL
      AND start_date < NEW.end_date AND id <> OLD.id
    ORDER BY start_date DESC LIMIT 1
  ) > NEW.start_date;
END;
--> statement-breakpoint
-- A row that becomes history stays as the draft had it.
CREATE TRIGGER `schedules_draft_finalized` BEFORE UPDATE ON `schedules` WHEN OLD.draft_id IS NOT NULL AND NEW.draft_id IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_HISTORY') WHERE
    (NEW.id, NEW.org_id, NEW.account_id, NEW.schedule_id, NEW.start_date, NEW.end_date, NEW.counts_from, NEW.plan_version_id, NEW.rate_card_set_id)
    <> (OLD.id, OLD.org_id, OLD.account_id, OLD.schedule_id, OLD.start_date, OLD.end_date, OLD.counts_from, OLD.plan_version_id, OLD.rate_card_set_id)
    OR NEW.superseded_at IS NOT NULL OR NEW.pricing_cycle IS NOT OLD.pricing_cycle OR NEW.currencies IS NOT OLD.currencies
    OR NEW.pricing_rules IS NOT OLD.pricing_rules;
END;
--> statement-breakpoint
-- A webhook keeps its newest 1,000 deliveries. What waits is kept besides.
DELETE FROM `webhook_deliveries` WHERE status <> 'PENDING' AND (org_id, id) IN (
  SELECT org_id, id FROM (SELECT org_id, id, row_number() OVER (PARTITION BY org_id, webhook_id ORDER BY id DESC) AS place FROM webhook_deliveries) WHERE place > 1000
);
--> statement-breakpoint
-- A row of these tables is in the tree of its primary key: it costs no entry of its own there. They are narrow and nothing refers to them.
-- What refers to them in triggers and in the view comes back at the end.
DROP VIEW `rate_cards`;
--> statement-breakpoint
DROP TRIGGER `organizations_stored`;
--> statement-breakpoint
DROP TRIGGER `accounts_metadata_begun`;
--> statement-breakpoint
DROP TRIGGER `accounts_metadata_changed`;
--> statement-breakpoint
DROP TRIGGER `accounts_metadata_ended`;
--> statement-breakpoint
DROP TRIGGER `rate_card_contents_kept`;
--> statement-breakpoint
DROP TRIGGER `rate_card_sets_deleted`;
--> statement-breakpoint
CREATE TABLE `account_aliases__keyed` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	`effective_from` integer NOT NULL,
	`effective_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `account_aliases_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_account_aliases_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `account_aliases__keyed` SELECT * FROM `account_aliases`;
--> statement-breakpoint
DROP TABLE `account_aliases`;
--> statement-breakpoint
ALTER TABLE `account_aliases__keyed` RENAME TO `account_aliases`;
--> statement-breakpoint
CREATE INDEX `account_aliases_value` ON `account_aliases` (`org_id`,`value`,`effective_from`);
--> statement-breakpoint
CREATE INDEX `account_aliases_timeline` ON `account_aliases` (`org_id`,`account_id`,`effective_from`,`id`);
--> statement-breakpoint
CREATE TRIGGER `account_aliases_no_overlap_insert` BEFORE INSERT ON `account_aliases`
BEGIN
  SELECT RAISE(ABORT, 'ALIAS_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM account_aliases
    WHERE org_id = NEW.org_id AND value = NEW.value AND effective_from < NEW.effective_until AND effective_until > NEW.effective_from
  );
END;
--> statement-breakpoint
CREATE TRIGGER `account_aliases_no_overlap_update` BEFORE UPDATE ON `account_aliases`
BEGIN
  SELECT RAISE(ABORT, 'ALIAS_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM account_aliases
    WHERE org_id = NEW.org_id AND value = NEW.value AND id <> OLD.id
      AND effective_from < NEW.effective_until AND effective_until > NEW.effective_from
  );
END;
--> statement-breakpoint
CREATE TRIGGER `account_aliases_stored_more` AFTER INSERT ON `account_aliases`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `account_aliases_stored_less` AFTER DELETE ON `account_aliases`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TABLE `account_metadata__keyed` (
	`org_id` text NOT NULL,
	`key` text NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `account_metadata_pk` PRIMARY KEY(`org_id`, `key`, `account_id`),
	CONSTRAINT `fk_account_metadata_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `account_metadata__keyed` SELECT * FROM `account_metadata`;
--> statement-breakpoint
DROP TABLE `account_metadata`;
--> statement-breakpoint
ALTER TABLE `account_metadata__keyed` RENAME TO `account_metadata`;
--> statement-breakpoint
CREATE INDEX `account_metadata_value` ON `account_metadata` (`org_id`,`key`,`value`,`account_id`);
--> statement-breakpoint
CREATE TRIGGER `account_metadata_stored_more` AFTER INSERT ON `account_metadata`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `account_metadata_stored_less` AFTER DELETE ON `account_metadata`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TABLE `entitlements__keyed` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`credits` text NOT NULL,
	`effective_from` text NOT NULL,
	`effective_until` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `entitlements_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_entitlements_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `entitlements__keyed` SELECT * FROM `entitlements`;
--> statement-breakpoint
DROP TABLE `entitlements`;
--> statement-breakpoint
ALTER TABLE `entitlements__keyed` RENAME TO `entitlements`;
--> statement-breakpoint
CREATE INDEX `entitlements_account` ON `entitlements` (`org_id`,`account_id`,`id`);
--> statement-breakpoint
CREATE INDEX `entitlements_purchase` ON `entitlements` (`org_id`,`purchase_id`,`id`);
--> statement-breakpoint
CREATE TRIGGER `entitlements_stored_more` AFTER INSERT ON `entitlements`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `entitlements_stored_less` AFTER DELETE ON `entitlements`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TABLE `idempotency_records__keyed` (
	`org_id` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`changed` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `idempotency_records_pk` PRIMARY KEY(`org_id`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `idempotency_records__keyed` SELECT * FROM `idempotency_records`;
--> statement-breakpoint
DROP TABLE `idempotency_records`;
--> statement-breakpoint
ALTER TABLE `idempotency_records__keyed` RENAME TO `idempotency_records`;
--> statement-breakpoint
CREATE INDEX `idempotency_records_age` ON `idempotency_records` (`created_at`);
--> statement-breakpoint
CREATE TRIGGER `idempotency_records_stored_more` AFTER INSERT ON `idempotency_records`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."changed" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_records_stored_less` AFTER DELETE ON `idempotency_records`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."changed" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_records_stored_changed` AFTER UPDATE OF `changed` ON `idempotency_records` WHEN 500 + coalesce(length(cast(NEW."changed" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."changed" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."changed" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."changed" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TABLE `job_entries__keyed` (
	`org_id` text NOT NULL,
	`job_id` text NOT NULL,
	`account_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `job_entries_pk` PRIMARY KEY(`org_id`, `job_id`, `account_id`),
	CONSTRAINT `fk_job_entries_org_id_job_id_jobs_org_id_id_fk` FOREIGN KEY (`org_id`,`job_id`) REFERENCES `jobs`(`org_id`,`id`),
	CONSTRAINT `fk_job_entries_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `job_entries__keyed` SELECT * FROM `job_entries`;
--> statement-breakpoint
DROP TABLE `job_entries`;
--> statement-breakpoint
ALTER TABLE `job_entries__keyed` RENAME TO `job_entries`;
--> statement-breakpoint
CREATE INDEX `job_entries_status` ON `job_entries` (`org_id`,`job_id`,`status`,`account_id`);
--> statement-breakpoint
CREATE TRIGGER `job_entries_end_once` BEFORE UPDATE ON `job_entries` WHEN OLD.status NOT IN ('PENDING', 'IN_PROGRESS')
BEGIN
  SELECT RAISE(ABORT, 'JOB_ENTRY_ENDED');
END;
--> statement-breakpoint
CREATE TRIGGER `job_entries_stored_more` AFTER INSERT ON `job_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."reason" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `job_entries_stored_less` AFTER DELETE ON `job_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."reason" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `job_entries_stored_changed` AFTER UPDATE OF `reason` ON `job_entries` WHEN 500 + coalesce(length(cast(NEW."reason" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."reason" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."reason" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."reason" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TABLE `license_updates__keyed` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`license_id` text NOT NULL,
	`update_type` text NOT NULL,
	`quantity` text NOT NULL,
	`effective_from` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `license_updates_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_license_updates_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `license_updates__keyed` SELECT * FROM `license_updates`;
--> statement-breakpoint
DROP TABLE `license_updates`;
--> statement-breakpoint
ALTER TABLE `license_updates__keyed` RENAME TO `license_updates`;
--> statement-breakpoint
CREATE INDEX `license_updates_account` ON `license_updates` (`org_id`,`account_id`,`id`);
--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_more` AFTER INSERT ON `license_updates`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_less` AFTER DELETE ON `license_updates`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TABLE `rate_card_members__keyed` (
	`set_key` integer NOT NULL,
	`position` integer NOT NULL,
	`content_key` integer NOT NULL,
	CONSTRAINT `rate_card_members_pk` PRIMARY KEY(`set_key`, `position`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `rate_card_members__keyed` SELECT * FROM `rate_card_members`;
--> statement-breakpoint
DROP TABLE `rate_card_members`;
--> statement-breakpoint
ALTER TABLE `rate_card_members__keyed` RENAME TO `rate_card_members`;
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_card_members_content` ON `rate_card_members` (`content_key`,`set_key`);
--> statement-breakpoint
CREATE TRIGGER `rate_card_members_frozen` BEFORE UPDATE ON `rate_card_members`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_members_kept` BEFORE DELETE ON `rate_card_members` WHEN EXISTS (SELECT 1 FROM rate_card_sets WHERE key = OLD.set_key)
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_members_deleted` AFTER DELETE ON `rate_card_members`
WHEN NOT EXISTS (SELECT 1 FROM rate_card_members WHERE content_key = OLD.content_key)
BEGIN
  DELETE FROM rate_card_contents WHERE key = OLD.content_key;
END;
--> statement-breakpoint
CREATE TABLE `wallet_entries__keyed` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	`amount` text NOT NULL,
	`currency` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `wallet_entries_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_wallet_entries_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `wallet_entries__keyed` SELECT * FROM `wallet_entries`;
--> statement-breakpoint
DROP TABLE `wallet_entries`;
--> statement-breakpoint
ALTER TABLE `wallet_entries__keyed` RENAME TO `wallet_entries`;
--> statement-breakpoint
CREATE INDEX `wallet_entries_account` ON `wallet_entries` (`org_id`,`account_id`,`id`);
--> statement-breakpoint
CREATE TRIGGER `wallet_entries_kept` BEFORE UPDATE ON `wallet_entries`
BEGIN
  SELECT RAISE(ABORT, 'LEDGER');
END;
--> statement-breakpoint
CREATE TRIGGER `wallet_entries_stored_more` AFTER INSERT ON `wallet_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `wallet_entries_stored_less` AFTER DELETE ON `wallet_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TABLE `webhook_deliveries__keyed` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`event_id` text NOT NULL,
	`cause` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`next_attempt_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `webhook_deliveries_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_webhook_deliveries_org_id_webhook_id_webhooks_org_id_id_fk` FOREIGN KEY (`org_id`,`webhook_id`) REFERENCES `webhooks`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `webhook_deliveries__keyed` SELECT * FROM `webhook_deliveries`;
--> statement-breakpoint
DROP TABLE `webhook_deliveries`;
--> statement-breakpoint
ALTER TABLE `webhook_deliveries__keyed` RENAME TO `webhook_deliveries`;
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook` ON `webhook_deliveries` (`org_id`,`webhook_id`,`id`);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_pending` ON `webhook_deliveries` (`org_id`,`webhook_id`,`id`) WHERE "webhook_deliveries"."status" = 'PENDING';
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_age` ON `webhook_deliveries` (`updated_at`) WHERE "webhook_deliveries"."status" <> 'PENDING';
--> statement-breakpoint
CREATE TRIGGER `webhook_deliveries_stored_more` AFTER INSERT ON `webhook_deliveries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `webhook_deliveries_stored_less` AFTER DELETE ON `webhook_deliveries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `organizations_stored` AFTER INSERT ON `organizations`
BEGIN
  INSERT INTO storage_usage (org_id, bytes, settled_bytes)
  SELECT NEW.id, bytes, bytes FROM (SELECT (select coalesce(sum(500), 0) from account_aliases where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("address" AS BLOB)), 0) + coalesce(length(cast("billing_information" AS BLOB)), 0) + coalesce(length(cast("settings" AS BLOB)), 0) + coalesce(length(cast("metadata" AS BLOB)), 0) + coalesce(length(cast("tags" AS BLOB)), 0)), 0) from accounts where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("scopes" AS BLOB)), 0)), 0) from api_tokens where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("entities" AS BLOB)), 0) + coalesce(length(cast("before" AS BLOB)), 0) + coalesce(length(cast("after" AS BLOB)), 0)), 0) from audit_entries where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("schema_associations" AS BLOB)), 0)), 0) from billable_items where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("address" AS BLOB)), 0) + coalesce(length(cast("settings" AS BLOB)), 0)), 0) from customers where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("edits" AS BLOB)), 0)), 0) from drafts where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from entitlements where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("changed" AS BLOB)), 0)), 0) from idempotency_records where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("reason" AS BLOB)), 0)), 0) from job_entries where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from jobs where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from license_updates where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("pricing_cycle" AS BLOB)), 0) + coalesce(length(cast("currencies" AS BLOB)), 0) + coalesce(length(cast("pricing_rules" AS BLOB)), 0)), 0) from price_plan_versions where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from price_plans where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast("override" AS BLOB)), 0) + coalesce(length(cast("price_lines" AS BLOB)), 0)), 0) from purchases where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("card" AS BLOB)), 0)), 0) from rate_card_contents where org_id = NEW.id)
    + (select coalesce(sum(500 + 40 * size), 0) from rate_card_sets where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("pricing_cycle" AS BLOB)), 0) + coalesce(length(cast("currencies" AS BLOB)), 0) + coalesce(length(cast("pricing_rules" AS BLOB)), 0)), 0) from schedules where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("jwks" AS BLOB)), 0) + coalesce(length(cast("scopes" AS BLOB)), 0)), 0) from token_issuers where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from wallet_entries where org_id = NEW.id) AS bytes);
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_metadata_begun` AFTER INSERT ON `accounts` WHEN NEW.metadata <> '{}'
BEGIN
  INSERT INTO account_metadata (org_id, key, account_id, value)
  SELECT NEW.org_id, entry.key, NEW.id, substr(entry.value, 1, 100) FROM json_each(NEW.metadata) entry;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_metadata_changed` AFTER UPDATE OF `metadata` ON `accounts` WHEN NEW.metadata <> OLD.metadata
BEGIN
  DELETE FROM account_metadata
  WHERE org_id = OLD.org_id AND key IN (SELECT entry.key FROM json_each(OLD.metadata) entry) AND account_id = OLD.id;
  INSERT INTO account_metadata (org_id, key, account_id, value)
  SELECT NEW.org_id, entry.key, NEW.id, substr(entry.value, 1, 100) FROM json_each(NEW.metadata) entry;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_metadata_ended` BEFORE DELETE ON `accounts` WHEN OLD.metadata <> '{}'
BEGIN
  DELETE FROM account_metadata
  WHERE org_id = OLD.org_id AND key IN (SELECT entry.key FROM json_each(OLD.metadata) entry) AND account_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_contents_kept` BEFORE DELETE ON `rate_card_contents` WHEN EXISTS (SELECT 1 FROM rate_card_members WHERE content_key = OLD.key)
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_sets_deleted` AFTER DELETE ON `rate_card_sets`
BEGIN
  DELETE FROM rate_card_members WHERE set_key = OLD.key;
END;
--> statement-breakpoint
CREATE VIEW `rate_cards` AS
SELECT s.id || '.' || m.position AS `id`, s.org_id AS `org_id`, s.id AS `set_id`, m.position AS `position`, c.name AS `name`, c.type AS `type`,
  c.billable_id AS `billable_id`, c.card AS `card`, c.display_name AS `display_name`, c.tag AS `tag`, c.invoice_timing AS `invoice_timing`,
  c.key AS `content_key`, m.set_key AS `set_key`
FROM rate_card_sets s JOIN rate_card_members m ON m.set_key = s.key JOIN rate_card_contents c ON c.key = m.content_key AND c.org_id = s.org_id;
--> statement-breakpoint
CREATE TRIGGER `rate_cards_frozen_update` INSTEAD OF UPDATE ON `rate_cards`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('schedules', 'schedules_schedule', '1000000 100000 2'),
  ('schedules', 'schedules_overridden_end', '100000 10000 100 1'),
  ('account_aliases', 'account_aliases_timeline', '1000000 100000 1000 1 1'),
  ('account_aliases', 'account_aliases_value', '1000000 100000 2 1'),
  ('account_aliases', 'sqlite_autoindex_account_aliases_1', '1000000 100000 1'),
  ('account_metadata', 'account_metadata_value', '1000000 100000 10000 100 1'),
  ('account_metadata', 'sqlite_autoindex_account_metadata_1', '1000000 100000 10000 1'),
  ('entitlements', 'entitlements_account', '1000000 100000 1000 1'),
  ('entitlements', 'entitlements_purchase', '1000000 100000 10 1'),
  ('entitlements', 'sqlite_autoindex_entitlements_1', '1000000 100000 1'),
  ('idempotency_records', 'idempotency_records_age', '1000000 2'),
  ('idempotency_records', 'sqlite_autoindex_idempotency_records_1', '1000000 100000 1'),
  ('job_entries', 'job_entries_status', '1000000 100000 10000 3000 1000'),
  ('job_entries', 'sqlite_autoindex_job_entries_1', '1000000 100000 10000 1'),
  ('license_updates', 'license_updates_account', '1000000 100000 1000 1'),
  ('license_updates', 'sqlite_autoindex_license_updates_1', '1000000 100000 1'),
  ('rate_card_members', 'rate_card_members_content', '1000000 100 1'),
  ('rate_card_members', 'sqlite_autoindex_rate_card_members_1', '1000000 100 1'),
  ('wallet_entries', 'sqlite_autoindex_wallet_entries_1', '1000000 100000 1'),
  ('wallet_entries', 'wallet_entries_account', '1000000 100000 1000 1'),
  ('webhook_deliveries', 'sqlite_autoindex_webhook_deliveries_1', '1000000 100000 1'),
  ('webhook_deliveries', 'webhook_deliveries_age', '1000000 2'),
  ('webhook_deliveries', 'webhook_deliveries_pending', '10000 1000 10 1'),
  ('webhook_deliveries', 'webhook_deliveries_webhook', '1000000 100000 10000 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
