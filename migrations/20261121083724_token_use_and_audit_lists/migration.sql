ALTER TABLE `api_tokens` ADD `last_used_at` integer;--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`org_id`,`actor`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_operation` ON `audit_entries` (`org_id`,`operation`,`id`);--> statement-breakpoint

-- The audit log is only added to.
CREATE TRIGGER `audit_entries_never_deleted` BEFORE DELETE ON `audit_entries`
BEGIN
  SELECT RAISE(ABORT, 'LEDGER');
END;
