CREATE TABLE `webhook_deliveries` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`event_id` text NOT NULL,
	`cause` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`next_attempt_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `webhook_deliveries_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_webhook_deliveries_org_id_webhook_id_webhooks_org_id_id_fk` FOREIGN KEY (`org_id`,`webhook_id`) REFERENCES `webhooks`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`sponsor_id` text NOT NULL,
	`url` text NOT NULL,
	`document` text NOT NULL,
	`kinds` text,
	`account_id` text,
	`status` text NOT NULL,
	`disabled_reason` text,
	`secret_version` integer NOT NULL,
	`rotated_at` integer,
	`revision` integer NOT NULL,
	`delivered_through` integer NOT NULL,
	`failures` integer NOT NULL,
	`next_attempt_at` integer,
	`lease_id` text,
	`lease_until` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `webhooks_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_webhooks_org_id_sponsor_id_api_tokens_org_id_id_fk` FOREIGN KEY (`org_id`,`sponsor_id`) REFERENCES `api_tokens`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook` ON `webhook_deliveries` (`org_id`,`webhook_id`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_pending` ON `webhook_deliveries` (`org_id`,`webhook_id`,`id`) WHERE "webhook_deliveries"."status" = 'PENDING';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_age` ON `webhook_deliveries` (`updated_at`);--> statement-breakpoint
CREATE INDEX `webhooks_active` ON `webhooks` (`org_id`,`id`) WHERE "webhooks"."status" = 'ACTIVE';
--> statement-breakpoint
-- Count what they store.
CREATE TRIGGER `webhook_deliveries_stored_more` AFTER INSERT ON `webhook_deliveries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `webhook_deliveries_stored_less` AFTER DELETE ON `webhook_deliveries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `webhooks_stored_more` AFTER INSERT ON `webhooks`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."kinds" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `webhooks_stored_less` AFTER DELETE ON `webhooks`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."kinds" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `webhooks_stored_changed` AFTER UPDATE OF `kinds` ON `webhooks` WHEN 500 + coalesce(length(cast(NEW."kinds" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."kinds" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."kinds" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."kinds" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('webhooks', 'sqlite_autoindex_webhooks_1', '100000 10 1'),
  ('webhooks', 'webhooks_active', '100000 10 1'),
  ('webhook_deliveries', 'sqlite_autoindex_webhook_deliveries_1', '1000000 100000 1'),
  ('webhook_deliveries', 'webhook_deliveries_webhook', '1000000 100000 10000 1'),
  ('webhook_deliveries', 'webhook_deliveries_pending', '10000 1000 10 1'),
  ('webhook_deliveries', 'webhook_deliveries_age', '1000000 2');
--> statement-breakpoint
ANALYZE sqlite_schema;
