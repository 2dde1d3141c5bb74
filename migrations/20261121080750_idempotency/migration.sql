CREATE TABLE `idempotency_records` (
	`org_id` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`changed` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `idempotency_records_pk` PRIMARY KEY(`org_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_records_age` ON `idempotency_records` (`created_at`);