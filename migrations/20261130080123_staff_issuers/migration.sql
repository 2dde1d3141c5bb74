CREATE TABLE `staff_issuers` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`sponsor_id` text NOT NULL,
	`issuer` text NOT NULL,
	`jwks` text,
	`jwks_uri` text,
	`token_type` text NOT NULL,
	`claim` text NOT NULL,
	`roles` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	CONSTRAINT `staff_issuers_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_staff_issuers_org_id_sponsor_id_api_tokens_org_id_id_fk` FOREIGN KEY (`org_id`,`sponsor_id`) REFERENCES `api_tokens`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `staff_revocations` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`staff_issuer_id` text NOT NULL,
	`subject` text NOT NULL,
	`revoked_at` integer NOT NULL,
	`restored_at` integer,
	CONSTRAINT `staff_revocations_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_staff_revocations_org_id_staff_issuer_id_staff_issuers_org_id_id_fk` FOREIGN KEY (`org_id`,`staff_issuer_id`) REFERENCES `staff_issuers`(`org_id`,`id`),
	CONSTRAINT `staff_revocations_subject` UNIQUE(`org_id`,`staff_issuer_id`,`subject`)
);
--> statement-breakpoint
ALTER TABLE `jobs` ADD `delegate` text;--> statement-breakpoint
CREATE INDEX `audit_entries_delegate` ON `audit_entries` (`org_id`,`delegate`,`id`) WHERE ("audit_entries"."delegate" is not null);--> statement-breakpoint
CREATE INDEX `staff_revocations_issuer` ON `staff_revocations` (`org_id`,`staff_issuer_id`,`id`);
--> statement-breakpoint
-- Count what they store.
CREATE TRIGGER `staff_issuers_stored_more` AFTER INSERT ON `staff_issuers`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."jwks" AS BLOB)), 0) + coalesce(length(cast(NEW."claim" AS BLOB)), 0) + coalesce(length(cast(NEW."roles" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `staff_issuers_stored_less` AFTER DELETE ON `staff_issuers`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."jwks" AS BLOB)), 0) + coalesce(length(cast(OLD."claim" AS BLOB)), 0) + coalesce(length(cast(OLD."roles" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `staff_issuers_stored_changed` AFTER UPDATE OF `jwks`, `claim`, `roles` ON `staff_issuers` WHEN 500 + coalesce(length(cast(NEW."jwks" AS BLOB)), 0) + coalesce(length(cast(NEW."claim" AS BLOB)), 0) + coalesce(length(cast(NEW."roles" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."jwks" AS BLOB)), 0) + coalesce(length(cast(OLD."claim" AS BLOB)), 0) + coalesce(length(cast(OLD."roles" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."jwks" AS BLOB)), 0) + coalesce(length(cast(NEW."claim" AS BLOB)), 0) + coalesce(length(cast(NEW."roles" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."jwks" AS BLOB)), 0) + coalesce(length(cast(OLD."claim" AS BLOB)), 0) + coalesce(length(cast(OLD."roles" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `staff_revocations_stored_more` AFTER INSERT ON `staff_revocations`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `staff_revocations_stored_less` AFTER DELETE ON `staff_revocations`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
