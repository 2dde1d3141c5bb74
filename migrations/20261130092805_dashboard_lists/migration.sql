CREATE INDEX `accounts_list_updated` ON `accounts` (`org_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_customer_list_updated` ON `accounts` (`org_id`,`customer_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `billable_items_list_updated` ON `billable_items` (`org_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_list_updated` ON `customers` (`org_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `drafts_updated` ON `drafts` (`org_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `price_plans_list_updated` ON `price_plans` (`org_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `schedules_end` ON `schedules` (`org_id`,`end_date`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `schedules_start` ON `schedules` (`org_id`,`start_date`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `schedules_plan_end` ON `schedules` (`org_id`,`price_plan_id`,`end_date`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `schedules_version_end` ON `schedules` (`org_id`,`plan_version_id`,`end_date`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `schedules_overridden_end` ON `schedules` (`org_id`,`is_overridden`,`end_date`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `schedules_version_account` ON `schedules` (`org_id`,`plan_version_id`,`account_id`,`id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `schedules_plan_account` ON `schedules` (`org_id`,`price_plan_id`,`account_id`) WHERE "schedules"."draft_id" is null and "schedules"."superseded_at" is null;