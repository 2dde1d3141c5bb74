CREATE INDEX `billable_items_list_name` ON `billable_items` (`org_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `price_plan_versions_set` ON `price_plan_versions` (`org_id`,`rate_card_set_id`,`id`);--> statement-breakpoint
CREATE INDEX `price_plans_list_name` ON `price_plans` (`org_id`,`name`,`id`);