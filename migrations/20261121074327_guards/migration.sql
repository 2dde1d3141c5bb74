-- What must hold whatever writes to the database.

-- A guard: the first statement of a batch inserts (condition, code) here; a condition that does not hold aborts the batch.
CREATE VIEW `_assert` AS SELECT 1 AS `ok`, '' AS `code` WHERE 0;
--> statement-breakpoint
CREATE TRIGGER `_assert_raise` INSTEAD OF INSERT ON `_assert` WHEN NEW.ok IS NOT 1
BEGIN
  SELECT RAISE(ABORT, NEW.code);
END;
--> statement-breakpoint

-- Two current rows of one timeline never overlap. As they are disjoint before, only the last row that starts before the
-- new one's end can reach into it: one look-up, however long the timeline.
CREATE TRIGGER `schedules_no_overlap_insert` BEFORE INSERT ON `schedules` WHEN NEW.superseded_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_OVERLAP') WHERE (
    SELECT end_date FROM schedules
    WHERE org_id = NEW.org_id AND account_id = NEW.account_id AND draft_id IS NEW.draft_id AND superseded_at IS NULL AND start_date < NEW.end_date
    ORDER BY start_date DESC LIMIT 1
  ) > NEW.start_date;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_no_overlap_update` BEFORE UPDATE OF `account_id`, `draft_id`, `start_date`, `end_date`, `superseded_at` ON `schedules`
WHEN NEW.superseded_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM schedules
    WHERE org_id = NEW.org_id AND account_id = NEW.account_id AND draft_id IS NEW.draft_id AND superseded_at IS NULL AND id <> OLD.id
      AND start_date < NEW.end_date AND end_date > NEW.start_date
  );
END;
--> statement-breakpoint

-- History is only added to: a recorded row can be superseded, once, and nothing else of it changes. Drafts are no history.
CREATE TRIGGER `schedules_history_kept` BEFORE DELETE ON `schedules` WHEN OLD.draft_id IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_HISTORY');
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_history_unchanged` BEFORE UPDATE ON `schedules` WHEN OLD.draft_id IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_HISTORY') WHERE OLD.superseded_at IS NOT NULL
    OR (NEW.id, NEW.org_id, NEW.account_id, NEW.schedule_id, NEW.start_date, NEW.end_date, NEW.plan_version_id, NEW.rate_card_set_id, NEW.recorded_at)
    <> (OLD.id, OLD.org_id, OLD.account_id, OLD.schedule_id, OLD.start_date, OLD.end_date, OLD.plan_version_id, OLD.rate_card_set_id, OLD.recorded_at)
    OR NEW.draft_id IS NOT NULL OR NEW.pricing_cycle IS NOT OLD.pricing_cycle OR NEW.currencies IS NOT OLD.currencies
    OR NEW.pricing_rules IS NOT OLD.pricing_rules;
END;
--> statement-breakpoint

-- One alias never names two accounts, or one twice, at one instant.
CREATE TRIGGER `account_aliases_no_overlap_insert` BEFORE INSERT ON `account_aliases`
BEGIN
  SELECT RAISE(ABORT, 'ALIAS_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM account_aliases
    WHERE org_id = NEW.org_id AND value = NEW.value AND effective_from < NEW.effective_until AND effective_until > NEW.effective_from
  );
END;
--> statement-breakpoint
CREATE TRIGGER `account_aliases_no_overlap_update` BEFORE UPDATE ON `account_aliases`
BEGIN
  SELECT RAISE(ABORT, 'ALIAS_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM account_aliases
    WHERE org_id = NEW.org_id AND value = NEW.value AND id <> OLD.id
      AND effective_from < NEW.effective_until AND effective_until > NEW.effective_from
  );
END;
--> statement-breakpoint

-- An active plan version never changes again, and neither do the rate cards of any set.
CREATE TRIGGER `price_plan_versions_frozen_update` BEFORE UPDATE ON `price_plan_versions` WHEN OLD.status = 'ACTIVE'
BEGIN
  SELECT RAISE(ABORT, 'PLAN_VERSION_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_frozen_delete` BEFORE DELETE ON `price_plan_versions` WHEN OLD.status = 'ACTIVE'
BEGIN
  SELECT RAISE(ABORT, 'PLAN_VERSION_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_cards_frozen` BEFORE UPDATE ON `rate_cards`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint

-- Ledgers are only added to.
CREATE TRIGGER `wallet_entries_kept` BEFORE UPDATE ON `wallet_entries`
BEGIN
  SELECT RAISE(ABORT, 'LEDGER');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_kept` BEFORE UPDATE ON `audit_entries`
BEGIN
  SELECT RAISE(ABORT, 'LEDGER');
END;
