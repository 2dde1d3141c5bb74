DROP INDEX IF EXISTS `jobs_due`;--> statement-breakpoint
CREATE INDEX `jobs_due_org` ON `jobs` (`org_id`,`id`) WHERE "jobs"."status" in ('PENDING', 'IN_PROGRESS');