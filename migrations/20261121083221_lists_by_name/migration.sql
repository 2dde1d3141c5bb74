DROP INDEX IF EXISTS `account_aliases_account`;--> statement-breakpoint
CREATE INDEX `account_aliases_timeline` ON `account_aliases` (`org_id`,`account_id`,`effective_from`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_name` ON `accounts` (`org_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_customer_name` ON `accounts` (`org_id`,`customer_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `customers_name` ON `customers` (`org_id`,`name`,`id`);