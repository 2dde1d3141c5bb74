-- The plan versions of each account, one row for each. Until here each schedule had an entry of two indexes for it.
CREATE TABLE `account_plans` (
	`org_id` text NOT NULL,
	`plan_version_id` text NOT NULL,
	`account_id` text NOT NULL,
	`price_plan_id` text NOT NULL,
	CONSTRAINT `account_plans_pk` PRIMARY KEY(`org_id`, `plan_version_id`, `account_id`),
	CONSTRAINT `fk_account_plans_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `account_plans_plan` ON `account_plans` (`org_id`,`price_plan_id`,`account_id`);
--> statement-breakpoint
INSERT INTO `account_plans` (`org_id`, `plan_version_id`, `account_id`, `price_plan_id`)
SELECT DISTINCT org_id, plan_version_id, account_id, price_plan_id FROM schedules WHERE draft_id IS NULL AND superseded_at IS NULL;
--> statement-breakpoint
-- Whatever adds a schedule to an active timeline adds its version. Most often it is there, which writes nothing.
CREATE TRIGGER `schedules_plan_begun` AFTER INSERT ON `schedules` WHEN NEW.draft_id IS NULL AND NEW.superseded_at IS NULL
BEGIN
  INSERT INTO account_plans (org_id, plan_version_id, account_id, price_plan_id)
  VALUES (NEW.org_id, NEW.plan_version_id, NEW.account_id, NEW.price_plan_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_plan_finalized` AFTER UPDATE OF `draft_id` ON `schedules` WHEN OLD.draft_id IS NOT NULL AND NEW.draft_id IS NULL
BEGIN
  INSERT INTO account_plans (org_id, plan_version_id, account_id, price_plan_id)
  VALUES (NEW.org_id, NEW.plan_version_id, NEW.account_id, NEW.price_plan_id) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
-- The account's next timeline revision is written last, when all of the timeline is as it will be. What it superseded is later than the account's
-- last change. The `+` keeps SQLite in the account's timeline, and out of all schedules of the version.
CREATE TRIGGER `accounts_plan_ended` AFTER UPDATE OF `timeline_revision` ON `accounts` WHEN NEW.timeline_revision <> OLD.timeline_revision
BEGIN
  DELETE FROM account_plans
  WHERE org_id = NEW.org_id AND account_id = NEW.id
    AND plan_version_id IN (
      SELECT ended.plan_version_id FROM schedules ended
      WHERE ended.org_id = NEW.org_id AND ended.account_id = NEW.id AND ended.draft_id IS NULL AND ended.superseded_at > OLD.updated_at
    )
    AND NOT EXISTS (
      SELECT 1 FROM schedules kept
      WHERE kept.org_id = NEW.org_id AND kept.account_id = NEW.id AND kept.draft_id IS NULL AND kept.superseded_at IS NULL
        AND +kept.plan_version_id = account_plans.plan_version_id
    );
END;
--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_version_account`;--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_plan_account`;--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('account_plans', 'sqlite_autoindex_account_plans_1', '1000000 100000 500 1'),
  ('account_plans', 'account_plans_plan', '1000000 100000 1000 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
