ALTER TABLE `audit_entries` ADD `timeline_revision` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `edits` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_timeline` ON `audit_entries` (`org_id`,`subject_id`,`timeline_revision`) WHERE ("audit_entries"."timeline_revision" is not null);