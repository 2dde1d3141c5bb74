ALTER TABLE `schedules` ADD `counts_from` text DEFAULT '0001-01-01' NOT NULL;--> statement-breakpoint

-- What was written once is not changed by anybody; the trigger that sees to it comes back at the end, for this column too.
DROP TRIGGER `schedules_history_unchanged`;--> statement-breakpoint

-- A schedule counts from its first day. Which one it was cut or migrated from was not recorded.
UPDATE `schedules` SET `counts_from` = began.`day`
FROM (SELECT org_id, schedule_id, min(start_date) AS `day` FROM schedules GROUP BY org_id, schedule_id) began
WHERE schedules.org_id = began.org_id AND schedules.schedule_id = began.schedule_id;--> statement-breakpoint

CREATE TRIGGER `schedules_history_unchanged` BEFORE UPDATE ON `schedules` WHEN OLD.draft_id IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_HISTORY') WHERE OLD.superseded_at IS NOT NULL
    OR (NEW.id, NEW.org_id, NEW.account_id, NEW.schedule_id, NEW.start_date, NEW.end_date, NEW.counts_from, NEW.plan_version_id, NEW.rate_card_set_id, NEW.recorded_at)
    <> (OLD.id, OLD.org_id, OLD.account_id, OLD.schedule_id, OLD.start_date, OLD.end_date, OLD.counts_from, OLD.plan_version_id, OLD.rate_card_set_id, OLD.recorded_at)
    OR NEW.draft_id IS NOT NULL OR NEW.pricing_cycle IS NOT OLD.pricing_cycle OR NEW.currencies IS NOT OLD.currencies
    OR NEW.pricing_rules IS NOT OLD.pricing_rules;
END;
