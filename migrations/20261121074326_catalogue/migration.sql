CREATE TABLE `account_aliases` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	`effective_from` integer NOT NULL,
	`effective_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `account_aliases_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_account_aliases_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`invoice_currency` text NOT NULL,
	`status` text NOT NULL,
	`primary_email` text,
	`address` text,
	`billing_information` text,
	`settings` text NOT NULL,
	`net_term_days` integer,
	`metadata` text NOT NULL,
	`tags` text NOT NULL,
	`revision` integer NOT NULL,
	`timeline_revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `accounts_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_accounts_org_id_customer_id_customers_org_id_id_fk` FOREIGN KEY (`org_id`,`customer_id`) REFERENCES `customers`(`org_id`,`id`),
	CONSTRAINT `accounts_account_id` UNIQUE(`org_id`,`account_id`)
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`secret_hash` text NOT NULL CONSTRAINT `api_tokens_secret` UNIQUE,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	CONSTRAINT `api_tokens_pk` PRIMARY KEY(`org_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`request_id` text NOT NULL,
	`operation` text NOT NULL,
	`subject_id` text,
	`entities` text NOT NULL,
	`before` text,
	`after` text,
	CONSTRAINT `audit_entries_pk` PRIMARY KEY(`org_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `billable_items` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`billable_name` text,
	`status` text NOT NULL,
	`schema_associations` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `billable_items_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `billable_items_name` UNIQUE(`org_id`,`kind`,`name`)
);
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`primary_email` text NOT NULL,
	`address` text NOT NULL,
	`settings` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `customers_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `customers_customer_id` UNIQUE(`org_id`,`customer_id`)
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`base_timeline_revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `drafts_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_drafts_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`),
	CONSTRAINT `drafts_account` UNIQUE(`org_id`,`account_id`)
);
--> statement-breakpoint
CREATE TABLE `entitlements` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`credits` text NOT NULL,
	`effective_from` text NOT NULL,
	`effective_until` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `entitlements_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_entitlements_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `license_updates` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`license_id` text NOT NULL,
	`update_type` text NOT NULL,
	`quantity` text NOT NULL,
	`effective_from` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `license_updates_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_license_updates_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`base_currency` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `price_plan_versions` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`price_plan_id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`description` text,
	`pricing_cycle` text,
	`currencies` text NOT NULL,
	`deferred_revenue` integer NOT NULL,
	`allow_ongoing_cycle_updates` integer NOT NULL,
	`pricing_rules` text NOT NULL,
	`rate_card_set_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `price_plan_versions_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_price_plan_versions_org_id_price_plan_id_price_plans_org_id_id_fk` FOREIGN KEY (`org_id`,`price_plan_id`) REFERENCES `price_plans`(`org_id`,`id`),
	CONSTRAINT `price_plan_versions_number` UNIQUE(`org_id`,`price_plan_id`,`version`)
);
--> statement-breakpoint
CREATE TABLE `price_plans` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	CONSTRAINT `price_plans_pk` PRIMARY KEY(`org_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `purchases` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`is_proposal` integer NOT NULL,
	`type` text NOT NULL,
	`payment_mode` text NOT NULL,
	`status` text NOT NULL,
	`price_plan_id` text,
	`plan_version_id` text,
	`quantity` integer NOT NULL,
	`rate_card_quantities` text NOT NULL,
	`rate_card_set_id` text,
	`override` text,
	`purchase_amount` text,
	`topup_amount` text,
	`effective_from` text,
	`effective_until` text,
	`expires_at` integer,
	`price_amount` text NOT NULL,
	`price_currency` text NOT NULL,
	`price_lines` text NOT NULL,
	`comment` text,
	`responded_at` integer,
	`idempotency_key` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `purchases_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_purchases_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `rate_cards` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`set_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`billable_id` text,
	`card` text NOT NULL,
	CONSTRAINT `rate_cards_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `rate_cards_set` UNIQUE(`org_id`,`set_id`,`position`)
);
--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`schedule_id` text NOT NULL,
	`draft_id` text,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	`price_plan_id` text NOT NULL,
	`plan_version_id` text NOT NULL,
	`rate_card_set_id` text NOT NULL,
	`pricing_cycle` text,
	`currencies` text,
	`pricing_rules` text,
	`is_overridden` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_revision` integer NOT NULL,
	`superseded_at` integer,
	`superseded_revision` integer,
	CONSTRAINT `schedules_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_schedules_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`),
	CONSTRAINT `fk_schedules_org_id_plan_version_id_price_plan_versions_org_id_id_fk` FOREIGN KEY (`org_id`,`plan_version_id`) REFERENCES `price_plan_versions`(`org_id`,`id`),
	CONSTRAINT "schedules_period" CHECK("start_date" < "end_date")
);
--> statement-breakpoint
CREATE TABLE `wallet_entries` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`account_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	`amount` text NOT NULL,
	`currency` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `wallet_entries_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_wallet_entries_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE INDEX `account_aliases_value` ON `account_aliases` (`org_id`,`value`,`effective_from`);--> statement-breakpoint
CREATE INDEX `account_aliases_account` ON `account_aliases` (`org_id`,`account_id`,`effective_from`);--> statement-breakpoint
CREATE INDEX `accounts_customer` ON `accounts` (`org_id`,`customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`org_id`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `entitlements_account` ON `entitlements` (`org_id`,`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `entitlements_purchase` ON `entitlements` (`org_id`,`purchase_id`,`id`);--> statement-breakpoint
CREATE INDEX `license_updates_account` ON `license_updates` (`org_id`,`account_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `price_plan_versions_draft` ON `price_plan_versions` (`org_id`,`price_plan_id`) WHERE "price_plan_versions"."status" = 'DRAFT';--> statement-breakpoint
CREATE UNIQUE INDEX `price_plans_name` ON `price_plans` (`org_id`,`name`) WHERE ("price_plans"."archived_at" is null);--> statement-breakpoint
CREATE INDEX `purchases_account` ON `purchases` (`org_id`,`account_id`,`is_proposal`,`id`);--> statement-breakpoint
CREATE INDEX `purchases_org` ON `purchases` (`org_id`,`is_proposal`,`id`);--> statement-breakpoint
CREATE INDEX `purchases_open` ON `purchases` (`expires_at`) WHERE "purchases"."status" = 'PROPOSAL_ACTIVE';--> statement-breakpoint
CREATE INDEX `rate_cards_billable` ON `rate_cards` (`org_id`,`billable_id`,`id`);--> statement-breakpoint
CREATE INDEX `schedules_timeline` ON `schedules` (`org_id`,`account_id`,`draft_id`,`superseded_at`,`start_date`,`id`);--> statement-breakpoint
CREATE INDEX `schedules_draft` ON `schedules` (`org_id`,`draft_id`,`start_date`) WHERE ("schedules"."draft_id" is not null);--> statement-breakpoint
CREATE INDEX `schedules_schedule` ON `schedules` (`org_id`,`schedule_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `schedules_version` ON `schedules` (`org_id`,`plan_version_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `wallet_entries_account` ON `wallet_entries` (`org_id`,`account_id`,`id`);