CREATE TABLE `account_metadata` (
	`org_id` text NOT NULL,
	`key` text NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `account_metadata_pk` PRIMARY KEY(`org_id`, `key`, `account_id`),
	CONSTRAINT `fk_account_metadata_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `timeline_end` text DEFAULT '0001-01-01' NOT NULL;--> statement-breakpoint
CREATE INDEX `account_metadata_value` ON `account_metadata` (`org_id`,`key`,`value`,`account_id`);--> statement-breakpoint
CREATE INDEX `accounts_status_timeline_end` ON `accounts` (`org_id`,`status`,`timeline_end`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_customer_timeline_end` ON `accounts` (`org_id`,`customer_id`,`timeline_end`,`id`);--> statement-breakpoint

-- The ends of the timelines that are there already.
UPDATE `accounts` SET `timeline_end` = coalesce((
  SELECT max(end_date) FROM `schedules`
  WHERE `schedules`.`org_id` = `accounts`.`org_id` AND `schedules`.`account_id` = `accounts`.`id` AND `draft_id` IS NULL AND `superseded_at` IS NULL
), '0001-01-01');
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

-- Whatever writes the metadata of an account writes its keys and the beginnings of its values.
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

-- The metadata that is there already.
INSERT INTO `account_metadata` (`org_id`, `key`, `account_id`, `value`)
SELECT accounts.org_id, entry.key, accounts.id, substr(entry.value, 1, 100) FROM accounts, json_each(accounts.metadata) entry;
--> statement-breakpoint

INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('account_metadata', 'sqlite_autoindex_account_metadata_1', '1000000 100000 10000 1'),
  ('account_metadata', 'account_metadata_value', '1000000 100000 10000 100 1'),
  ('accounts', 'accounts_status_timeline_end', '1000000 100000 50000 100 1'),
  ('accounts', 'accounts_customer_timeline_end', '1000000 100000 1000 100 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
