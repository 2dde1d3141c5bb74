CREATE TABLE `job_entries` (
	`org_id` text NOT NULL,
	`job_id` text NOT NULL,
	`account_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `job_entries_pk` PRIMARY KEY(`org_id`, `job_id`, `account_id`),
	CONSTRAINT `fk_job_entries_org_id_job_id_jobs_org_id_id_fk` FOREIGN KEY (`org_id`,`job_id`) REFERENCES `jobs`(`org_id`,`id`),
	CONSTRAINT `fk_job_entries_org_id_account_id_accounts_org_id_id_fk` FOREIGN KEY (`org_id`,`account_id`) REFERENCES `accounts`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`source_plan_id` text NOT NULL,
	`source_version_id` text,
	`target_version_id` text NOT NULL,
	`migration_mode` text NOT NULL,
	`retain_start_offsets` integer NOT NULL,
	`requires_confirmation` integer NOT NULL,
	`confirmed_at` integer,
	`cancelled_at` integer,
	`total_entries` integer DEFAULT 0 NOT NULL,
	`completed_entries` integer DEFAULT 0 NOT NULL,
	`failed_entries` integer DEFAULT 0 NOT NULL,
	`status` text GENERATED ALWAYS AS (case
          when cancelled_at is not null then 'CANCELLED'
          when completed_entries + failed_entries = total_entries then case when failed_entries > 0 then 'FAILED' else 'COMPLETED' end
          when requires_confirmation and confirmed_at is null then 'WAITING_FOR_CONFIRMATION'
          when completed_entries + failed_entries > 0 then 'IN_PROGRESS'
          else 'PENDING' end) STORED NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `jobs_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `fk_jobs_org_id_source_plan_id_price_plans_org_id_id_fk` FOREIGN KEY (`org_id`,`source_plan_id`) REFERENCES `price_plans`(`org_id`,`id`),
	CONSTRAINT `fk_jobs_org_id_source_version_id_price_plan_versions_org_id_id_fk` FOREIGN KEY (`org_id`,`source_version_id`) REFERENCES `price_plan_versions`(`org_id`,`id`),
	CONSTRAINT `fk_jobs_org_id_target_version_id_price_plan_versions_org_id_id_fk` FOREIGN KEY (`org_id`,`target_version_id`) REFERENCES `price_plan_versions`(`org_id`,`id`)
);
--> statement-breakpoint
CREATE INDEX `job_entries_status` ON `job_entries` (`org_id`,`job_id`,`status`,`account_id`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`id`) WHERE "jobs"."status" in ('PENDING', 'IN_PROGRESS');--> statement-breakpoint

-- An entry ends once: what it did to its account is done, and is not done again.
CREATE TRIGGER `job_entries_end_once` BEFORE UPDATE ON `job_entries` WHEN OLD.status NOT IN ('PENDING', 'IN_PROGRESS')
BEGIN
  SELECT RAISE(ABORT, 'JOB_ENTRY_ENDED');
END;
