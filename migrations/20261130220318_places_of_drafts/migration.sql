-- The rows of an account's timeline and of its draft are in one order, which does not name the draft: a draft that becomes the timeline stays
-- where it is. The schedules of a plan by their ends are put together from those of its versions.
DROP INDEX IF EXISTS `schedules_plan_end`;--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_timeline`;--> statement-breakpoint
CREATE INDEX `schedules_timeline` ON `schedules` (`org_id`,`account_id`,`superseded_at`,`start_date`,`id`);
--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('schedules', 'schedules_timeline', '1000000 100000 1000 20 1 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
