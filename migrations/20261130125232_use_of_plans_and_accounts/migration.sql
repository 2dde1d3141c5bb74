DROP INDEX IF EXISTS `schedules_version`;--> statement-breakpoint
CREATE INDEX `purchases_open_account` ON `purchases` (`org_id`,`account_id`,`expires_at`) WHERE "purchases"."status" = 'PROPOSAL_ACTIVE';--> statement-breakpoint
CREATE INDEX `schedules_use` ON `schedules` (`org_id`,`plan_version_id`,`superseded_at`,`end_date`);
--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('purchases', 'purchases_open_account', '100000 10000 10 2'),
  ('schedules', 'schedules_use', '1000000 100000 500 200 20');
--> statement-breakpoint
ANALYZE sqlite_schema;
