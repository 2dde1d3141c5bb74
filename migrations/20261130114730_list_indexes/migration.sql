DROP INDEX IF EXISTS `accounts_list_name`;--> statement-breakpoint
DROP INDEX IF EXISTS `accounts_list_updated`;--> statement-breakpoint
DROP INDEX IF EXISTS `billable_items_list_folded`;--> statement-breakpoint
DROP INDEX IF EXISTS `billable_items_list_updated`;--> statement-breakpoint
DROP INDEX IF EXISTS `customers_list_name`;--> statement-breakpoint
DROP INDEX IF EXISTS `customers_list_updated`;--> statement-breakpoint
CREATE INDEX `accounts_status` ON `accounts` (`org_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_status_name` ON `accounts` (`org_id`,`status`,`name_folded`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_status_updated` ON `accounts` (`org_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_status` ON `billable_items` (`org_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_status_name` ON `billable_items` (`org_id`,`status`,`name_folded`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_status_updated` ON `billable_items` (`org_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_kind` ON `billable_items` (`org_id`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_kind_name` ON `billable_items` (`org_id`,`kind`,`name_folded`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_kind_updated` ON `billable_items` (`org_id`,`kind`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_status` ON `customers` (`org_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `customers_status_name` ON `customers` (`org_id`,`status`,`name_folded`,`id`);--> statement-breakpoint
CREATE INDEX `customers_status_updated` ON `customers` (`org_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_status` ON `jobs` (`org_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `price_plans_type` ON `price_plans` (`org_id`,`type`,`id`) WHERE ("price_plans"."archived_at" is null);--> statement-breakpoint
CREATE INDEX `price_plans_type_name` ON `price_plans` (`org_id`,`type`,`name_folded`,`id`) WHERE ("price_plans"."archived_at" is null);--> statement-breakpoint
CREATE INDEX `price_plans_type_updated` ON `price_plans` (`org_id`,`type`,`updated_at`,`id`) WHERE ("price_plans"."archived_at" is null);--> statement-breakpoint
CREATE INDEX `purchases_status` ON `purchases` (`org_id`,`is_proposal`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `purchases_type` ON `purchases` (`org_id`,`is_proposal`,`type`,`id`);--> statement-breakpoint
CREATE INDEX `purchases_expiry` ON `purchases` (`org_id`,`expires_at`,`id`) WHERE ("purchases"."expires_at" is not null);--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('accounts', 'accounts_status', '1000000 100000 50000 1'),
  ('accounts', 'accounts_status_name', '1000000 100000 50000 2 1'),
  ('accounts', 'accounts_status_updated', '1000000 100000 50000 2 1'),
  ('billable_items', 'billable_items_status', '1000000 100000 90000 1'),
  ('billable_items', 'billable_items_status_name', '1000000 100000 90000 2 1'),
  ('billable_items', 'billable_items_status_updated', '1000000 100000 90000 2 1'),
  ('billable_items', 'billable_items_kind', '1000000 100000 20000 1'),
  ('billable_items', 'billable_items_kind_name', '1000000 100000 20000 2 1'),
  ('billable_items', 'billable_items_kind_updated', '1000000 100000 20000 2 1'),
  ('customers', 'customers_status', '1000000 100000 50000 1'),
  ('customers', 'customers_status_name', '1000000 100000 50000 2 1'),
  ('customers', 'customers_status_updated', '1000000 100000 50000 2 1'),
  ('jobs', 'jobs_status', '1000000 100000 20000 1'),
  ('price_plans', 'price_plans_type', '500000 50000 25000 1'),
  ('price_plans', 'price_plans_type_name', '500000 50000 25000 2 1'),
  ('price_plans', 'price_plans_type_updated', '500000 50000 25000 2 1'),
  ('purchases', 'purchases_status', '1000000 100000 50000 10000 1'),
  ('purchases', 'purchases_type', '1000000 100000 50000 20000 1'),
  ('purchases', 'purchases_expiry', '500000 50000 2 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
