CREATE INDEX `jobs_source_plan` ON `jobs` (`org_id`,`source_plan_id`);--> statement-breakpoint
CREATE INDEX `jobs_source_version` ON `jobs` (`org_id`,`source_version_id`);--> statement-breakpoint
CREATE INDEX `jobs_target_version` ON `jobs` (`org_id`,`target_version_id`);