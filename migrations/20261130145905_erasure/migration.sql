ALTER TABLE `customers` ADD `erasure_requested_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `erasure_subject_id` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `erasure_entry_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `forgotten_at` integer;--> statement-breakpoint
CREATE INDEX `customers_erasing` ON `customers` (`org_id`,`id`) WHERE ("customers"."erasure_subject_id" is not null);--> statement-breakpoint

-- The audit log is only added to, with one exception: while a customer's erasure runs, values in the states of the entries about the customer
-- and its accounts can be removed, or replaced by the marker. Nothing can be added.
DROP TRIGGER `audit_entries_kept`;--> statement-breakpoint
CREATE TRIGGER `audit_entries_kept` BEFORE UPDATE ON `audit_entries` WHEN OLD.seq <> 0
BEGIN
  SELECT RAISE(ABORT, 'LEDGER') WHERE (NEW.id, NEW.org_id, NEW.at, NEW.actor, NEW.delegate, NEW.request_id, NEW.operation, NEW.subject_id,
      NEW.timeline_revision, NEW.timeline_recorded_at, NEW.entities, NEW.seq, NEW.kinds, NEW.account_id, NEW.purchase_id, NEW.plan_version_id, NEW.job_id,
      NEW.before IS NULL, NEW.after IS NULL)
    IS NOT (OLD.id, OLD.org_id, OLD.at, OLD.actor, OLD.delegate, OLD.request_id, OLD.operation, OLD.subject_id,
      OLD.timeline_revision, OLD.timeline_recorded_at, OLD.entities, OLD.seq, OLD.kinds, OLD.account_id, OLD.purchase_id, OLD.plan_version_id, OLD.job_id,
      OLD.before IS NULL, OLD.after IS NULL);
  SELECT RAISE(ABORT, 'LEDGER') WHERE NOT EXISTS (
    SELECT 1 FROM customers WHERE org_id = OLD.org_id AND erasure_subject_id IS NOT NULL
      AND id IN (OLD.subject_id, (SELECT customer_id FROM accounts WHERE org_id = OLD.org_id AND id = OLD.subject_id))
  );
  SELECT RAISE(ABORT, 'LEDGER') WHERE EXISTS (
    SELECT 1 FROM json_tree(NEW.before) kept WHERE kept.atom IS NOT NULL AND kept.atom <> '[erased]' AND kept.atom IS NOT json_extract(OLD.before, kept.fullkey)
  ) OR EXISTS (
    SELECT 1 FROM json_tree(NEW.after) kept WHERE kept.atom IS NOT NULL AND kept.atom <> '[erased]' AND kept.atom IS NOT json_extract(OLD.after, kept.fullkey)
  );
END;
--> statement-breakpoint

-- History is not deleted, except together with its whole organization.
DROP TRIGGER `audit_entries_never_deleted`;--> statement-breakpoint
CREATE TRIGGER `audit_entries_never_deleted` BEFORE DELETE ON `audit_entries`
BEGIN
  SELECT RAISE(ABORT, 'LEDGER') WHERE NOT EXISTS (SELECT 1 FROM organizations WHERE id = OLD.org_id AND forgotten_at IS NOT NULL);
END;
--> statement-breakpoint
DROP TRIGGER `schedules_history_kept`;--> statement-breakpoint
CREATE TRIGGER `schedules_history_kept` BEFORE DELETE ON `schedules` WHEN OLD.draft_id IS NULL
BEGIN
  SELECT RAISE(ABORT, 'SCHEDULE_HISTORY') WHERE NOT EXISTS (SELECT 1 FROM organizations WHERE id = OLD.org_id AND forgotten_at IS NOT NULL);
END;
--> statement-breakpoint
DROP TRIGGER `price_plan_versions_frozen_delete`;--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_frozen_delete` BEFORE DELETE ON `price_plan_versions` WHEN OLD.status = 'ACTIVE'
BEGIN
  SELECT RAISE(ABORT, 'PLAN_VERSION_FROZEN') WHERE NOT EXISTS (SELECT 1 FROM organizations WHERE id = OLD.org_id AND forgotten_at IS NOT NULL);
END;
--> statement-breakpoint

INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('customers', 'customers_erasing', '100 10 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
