-- One index for the schedules of a version by their ends and for its use, in active timelines and in drafts.
CREATE INDEX `schedules_version` ON `schedules` (`org_id`,`plan_version_id`,`superseded_at`,("draft_id" is not null),`end_date`,`id`);--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_use`;--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_version_end`;--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('schedules', 'schedules_version', '1000000 100000 500 200 150 5 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
