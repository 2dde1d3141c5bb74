ALTER TABLE `audit_entries` ADD `timeline_recorded_at` integer;--> statement-breakpoint

-- What was written once is not changed by anybody; the triggers that see to it come back at the end.
DROP TRIGGER `audit_entries_kept`;--> statement-breakpoint
DROP TRIGGER `schedules_history_unchanged`;--> statement-breakpoint

-- Entries from before the log had timeline revisions: an entry names the rows that its change added, and is of the same instant.
UPDATE `audit_entries` SET `timeline_revision` = moved.`revision`
FROM (
  SELECT entry.org_id, entry.id, min(added.recorded_revision) AS `revision`
  FROM audit_entries entry, json_each(entry.entities) named
  JOIN schedules added ON added.org_id = entry.org_id AND added.id = named.value
  WHERE entry.timeline_revision IS NULL AND added.draft_id IS NULL AND added.account_id = entry.subject_id AND added.recorded_at = entry.at
    AND NOT EXISTS (
      SELECT 1 FROM audit_entries known
      WHERE known.org_id = entry.org_id AND known.subject_id = entry.subject_id AND known.timeline_revision = added.recorded_revision
    )
  GROUP BY entry.org_id, entry.id
) AS moved
WHERE audit_entries.org_id = moved.org_id AND audit_entries.id = moved.id;
--> statement-breakpoint

-- Every revision of every active timeline, at an instant of its own: its own one, or a millisecond after the revision before it.
CREATE TABLE `_timeline_revisions` AS
SELECT org_id, account_id, revision, at, revision + max(at - revision) OVER (PARTITION BY org_id, account_id ORDER BY revision) AS recorded_at
FROM (
  SELECT org_id, account_id, revision, max(at) AS at
  FROM (
    SELECT org_id, account_id, recorded_revision AS revision, recorded_at AS at FROM schedules WHERE draft_id IS NULL
    UNION ALL
    SELECT org_id, account_id, superseded_revision, superseded_at FROM schedules WHERE draft_id IS NULL AND superseded_revision IS NOT NULL
  )
  GROUP BY org_id, account_id, revision
);
--> statement-breakpoint
CREATE UNIQUE INDEX `_timeline_revisions_key` ON `_timeline_revisions` (`org_id`, `account_id`, `revision`);--> statement-breakpoint

-- The entry of a change that only superseded rows names none of them: it is the one of that instant that is left, in the order of the changes.
UPDATE `audit_entries` SET `timeline_revision` = moved.`revision`
FROM (
  WITH missing AS (
    SELECT org_id, account_id, revision, at, row_number() OVER (PARTITION BY org_id, account_id, at ORDER BY revision) AS nth
    FROM _timeline_revisions
    WHERE NOT EXISTS (
      SELECT 1 FROM audit_entries known
      WHERE known.org_id = _timeline_revisions.org_id AND known.subject_id = account_id AND known.timeline_revision = revision
    )
  ), entries AS (
    SELECT org_id, subject_id, id, at, row_number() OVER (PARTITION BY org_id, subject_id, at ORDER BY id) AS nth
    FROM audit_entries
    WHERE timeline_revision IS NULL AND `before` IS NOT `after`
      AND operation IN ('updatePricingSchedule', 'updatePricingScheduleBatch', 'finalizeAccountSchedules')
  )
  SELECT entries.org_id, entries.id, missing.revision
  FROM missing JOIN entries ON entries.org_id = missing.org_id AND entries.subject_id = missing.account_id
    AND entries.at = missing.at AND entries.nth = missing.nth
) AS moved
WHERE audit_entries.org_id = moved.org_id AND audit_entries.id = moved.id;
--> statement-breakpoint

UPDATE `audit_entries` SET `timeline_recorded_at` = coalesce((
  SELECT recorded_at FROM _timeline_revisions known
  WHERE known.org_id = audit_entries.org_id AND known.account_id = audit_entries.subject_id AND known.revision = audit_entries.timeline_revision
), at)
WHERE timeline_revision IS NOT NULL;
--> statement-breakpoint
UPDATE `schedules` SET `recorded_at` = known.recorded_at FROM _timeline_revisions AS known
WHERE known.org_id = schedules.org_id AND known.account_id = schedules.account_id AND known.revision = schedules.recorded_revision
  AND schedules.draft_id IS NULL AND schedules.recorded_at <> known.recorded_at;
--> statement-breakpoint
UPDATE `schedules` SET `superseded_at` = known.recorded_at FROM _timeline_revisions AS known
WHERE known.org_id = schedules.org_id AND known.account_id = schedules.account_id AND known.revision = schedules.superseded_revision
  AND schedules.draft_id IS NULL AND schedules.superseded_at <> known.recorded_at;
--> statement-breakpoint

-- The next change of an account is recorded after all that is known of it.
UPDATE `accounts` SET `updated_at` = max(
  updated_at,
  coalesce((SELECT max(recorded_at) FROM _timeline_revisions known WHERE known.org_id = accounts.org_id AND known.account_id = accounts.id), 0),
  coalesce((SELECT created_at FROM drafts WHERE drafts.org_id = accounts.org_id AND drafts.account_id = accounts.id), 0)
);
--> statement-breakpoint
DROP TABLE `_timeline_revisions`;--> statement-breakpoint

CREATE TRIGGER `audit_entries_kept` BEFORE UPDATE ON `audit_entries`
BEGIN
  SELECT RAISE(ABORT, 'LEDGER');
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
