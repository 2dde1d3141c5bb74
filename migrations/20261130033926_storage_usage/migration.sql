CREATE TABLE `storage_usage` (
	`org_id` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`settled_bytes` integer NOT NULL,
	`quota_bytes` integer DEFAULT 1000000000 NOT NULL
);
--> statement-breakpoint

-- What each organization stores already.
INSERT INTO `storage_usage` (`org_id`, `bytes`, `settled_bytes`)
SELECT id, bytes, bytes FROM (SELECT id, (select coalesce(sum(500), 0) from account_aliases where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("address" AS BLOB)), 0) + coalesce(length(cast("billing_information" AS BLOB)), 0) + coalesce(length(cast("settings" AS BLOB)), 0) + coalesce(length(cast("metadata" AS BLOB)), 0) + coalesce(length(cast("tags" AS BLOB)), 0)), 0) from accounts where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("scopes" AS BLOB)), 0)), 0) from api_tokens where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("entities" AS BLOB)), 0) + coalesce(length(cast("before" AS BLOB)), 0) + coalesce(length(cast("after" AS BLOB)), 0)), 0) from audit_entries where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("schema_associations" AS BLOB)), 0)), 0) from billable_items where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("address" AS BLOB)), 0) + coalesce(length(cast("settings" AS BLOB)), 0)), 0) from customers where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("edits" AS BLOB)), 0)), 0) from drafts where org_id = organizations.id)
  + (select coalesce(sum(500), 0) from entitlements where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("changed" AS BLOB)), 0)), 0) from idempotency_records where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("reason" AS BLOB)), 0)), 0) from job_entries where org_id = organizations.id)
  + (select coalesce(sum(500), 0) from jobs where org_id = organizations.id)
  + (select coalesce(sum(500), 0) from license_updates where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("pricing_cycle" AS BLOB)), 0) + coalesce(length(cast("currencies" AS BLOB)), 0) + coalesce(length(cast("pricing_rules" AS BLOB)), 0)), 0) from price_plan_versions where org_id = organizations.id)
  + (select coalesce(sum(500), 0) from price_plans where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast("override" AS BLOB)), 0) + coalesce(length(cast("price_lines" AS BLOB)), 0)), 0) from purchases where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("card" AS BLOB)), 0)), 0) from rate_card_contents where org_id = organizations.id)
  + (select coalesce(sum(500 + 40 * size), 0) from rate_card_sets where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("pricing_cycle" AS BLOB)), 0) + coalesce(length(cast("currencies" AS BLOB)), 0) + coalesce(length(cast("pricing_rules" AS BLOB)), 0)), 0) from schedules where org_id = organizations.id)
  + (select coalesce(sum(500 + coalesce(length(cast("jwks" AS BLOB)), 0) + coalesce(length(cast("scopes" AS BLOB)), 0)), 0) from token_issuers where org_id = organizations.id)
  + (select coalesce(sum(500), 0) from wallet_entries where org_id = organizations.id) AS bytes FROM organizations);
--> statement-breakpoint
-- An organization's first token is written before it.
CREATE TRIGGER `organizations_stored` AFTER INSERT ON `organizations`
BEGIN
  INSERT INTO storage_usage (org_id, bytes, settled_bytes)
  SELECT NEW.id, bytes, bytes FROM (SELECT (select coalesce(sum(500), 0) from account_aliases where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("address" AS BLOB)), 0) + coalesce(length(cast("billing_information" AS BLOB)), 0) + coalesce(length(cast("settings" AS BLOB)), 0) + coalesce(length(cast("metadata" AS BLOB)), 0) + coalesce(length(cast("tags" AS BLOB)), 0)), 0) from accounts where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("scopes" AS BLOB)), 0)), 0) from api_tokens where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("entities" AS BLOB)), 0) + coalesce(length(cast("before" AS BLOB)), 0) + coalesce(length(cast("after" AS BLOB)), 0)), 0) from audit_entries where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("schema_associations" AS BLOB)), 0)), 0) from billable_items where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("address" AS BLOB)), 0) + coalesce(length(cast("settings" AS BLOB)), 0)), 0) from customers where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("edits" AS BLOB)), 0)), 0) from drafts where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from entitlements where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("changed" AS BLOB)), 0)), 0) from idempotency_records where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("reason" AS BLOB)), 0)), 0) from job_entries where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from jobs where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from license_updates where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("pricing_cycle" AS BLOB)), 0) + coalesce(length(cast("currencies" AS BLOB)), 0) + coalesce(length(cast("pricing_rules" AS BLOB)), 0)), 0) from price_plan_versions where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from price_plans where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast("override" AS BLOB)), 0) + coalesce(length(cast("price_lines" AS BLOB)), 0)), 0) from purchases where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("card" AS BLOB)), 0)), 0) from rate_card_contents where org_id = NEW.id)
    + (select coalesce(sum(500 + 40 * size), 0) from rate_card_sets where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("pricing_cycle" AS BLOB)), 0) + coalesce(length(cast("currencies" AS BLOB)), 0) + coalesce(length(cast("pricing_rules" AS BLOB)), 0)), 0) from schedules where org_id = NEW.id)
    + (select coalesce(sum(500 + coalesce(length(cast("jwks" AS BLOB)), 0) + coalesce(length(cast("scopes" AS BLOB)), 0)), 0) from token_issuers where org_id = NEW.id)
    + (select coalesce(sum(500), 0) from wallet_entries where org_id = NEW.id) AS bytes);
END;
--> statement-breakpoint

-- Whatever writes a row counts it: 500 bytes, 40 more a card of a set, and the bytes of its JSON.
CREATE TRIGGER `account_aliases_stored_more` AFTER INSERT ON `account_aliases`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `account_aliases_stored_less` AFTER DELETE ON `account_aliases`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_stored_more` AFTER INSERT ON `accounts`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."address" AS BLOB)), 0) + coalesce(length(cast(NEW."billing_information" AS BLOB)), 0) + coalesce(length(cast(NEW."settings" AS BLOB)), 0) + coalesce(length(cast(NEW."metadata" AS BLOB)), 0) + coalesce(length(cast(NEW."tags" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_stored_less` AFTER DELETE ON `accounts`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."address" AS BLOB)), 0) + coalesce(length(cast(OLD."billing_information" AS BLOB)), 0) + coalesce(length(cast(OLD."settings" AS BLOB)), 0) + coalesce(length(cast(OLD."metadata" AS BLOB)), 0) + coalesce(length(cast(OLD."tags" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_stored_changed` AFTER UPDATE OF `address`, `billing_information`, `settings`, `metadata`, `tags` ON `accounts` WHEN 500 + coalesce(length(cast(NEW."address" AS BLOB)), 0) + coalesce(length(cast(NEW."billing_information" AS BLOB)), 0) + coalesce(length(cast(NEW."settings" AS BLOB)), 0) + coalesce(length(cast(NEW."metadata" AS BLOB)), 0) + coalesce(length(cast(NEW."tags" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."address" AS BLOB)), 0) + coalesce(length(cast(OLD."billing_information" AS BLOB)), 0) + coalesce(length(cast(OLD."settings" AS BLOB)), 0) + coalesce(length(cast(OLD."metadata" AS BLOB)), 0) + coalesce(length(cast(OLD."tags" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."address" AS BLOB)), 0) + coalesce(length(cast(NEW."billing_information" AS BLOB)), 0) + coalesce(length(cast(NEW."settings" AS BLOB)), 0) + coalesce(length(cast(NEW."metadata" AS BLOB)), 0) + coalesce(length(cast(NEW."tags" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."address" AS BLOB)), 0) + coalesce(length(cast(OLD."billing_information" AS BLOB)), 0) + coalesce(length(cast(OLD."settings" AS BLOB)), 0) + coalesce(length(cast(OLD."metadata" AS BLOB)), 0) + coalesce(length(cast(OLD."tags" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `api_tokens_stored_more` AFTER INSERT ON `api_tokens`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."scopes" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `api_tokens_stored_less` AFTER DELETE ON `api_tokens`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."scopes" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `api_tokens_stored_changed` AFTER UPDATE OF `scopes` ON `api_tokens` WHEN 500 + coalesce(length(cast(NEW."scopes" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."scopes" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."scopes" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."scopes" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stored_more` AFTER INSERT ON `audit_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."entities" AS BLOB)), 0) + coalesce(length(cast(NEW."before" AS BLOB)), 0) + coalesce(length(cast(NEW."after" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stored_less` AFTER DELETE ON `audit_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."entities" AS BLOB)), 0) + coalesce(length(cast(OLD."before" AS BLOB)), 0) + coalesce(length(cast(OLD."after" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stored_changed` AFTER UPDATE OF `entities`, `before`, `after` ON `audit_entries` WHEN 500 + coalesce(length(cast(NEW."entities" AS BLOB)), 0) + coalesce(length(cast(NEW."before" AS BLOB)), 0) + coalesce(length(cast(NEW."after" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."entities" AS BLOB)), 0) + coalesce(length(cast(OLD."before" AS BLOB)), 0) + coalesce(length(cast(OLD."after" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."entities" AS BLOB)), 0) + coalesce(length(cast(NEW."before" AS BLOB)), 0) + coalesce(length(cast(NEW."after" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."entities" AS BLOB)), 0) + coalesce(length(cast(OLD."before" AS BLOB)), 0) + coalesce(length(cast(OLD."after" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `billable_items_stored_more` AFTER INSERT ON `billable_items`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."schema_associations" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `billable_items_stored_less` AFTER DELETE ON `billable_items`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."schema_associations" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `billable_items_stored_changed` AFTER UPDATE OF `schema_associations` ON `billable_items` WHEN 500 + coalesce(length(cast(NEW."schema_associations" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."schema_associations" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."schema_associations" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."schema_associations" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `customers_stored_more` AFTER INSERT ON `customers`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."address" AS BLOB)), 0) + coalesce(length(cast(NEW."settings" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `customers_stored_less` AFTER DELETE ON `customers`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."address" AS BLOB)), 0) + coalesce(length(cast(OLD."settings" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `customers_stored_changed` AFTER UPDATE OF `address`, `settings` ON `customers` WHEN 500 + coalesce(length(cast(NEW."address" AS BLOB)), 0) + coalesce(length(cast(NEW."settings" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."address" AS BLOB)), 0) + coalesce(length(cast(OLD."settings" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."address" AS BLOB)), 0) + coalesce(length(cast(NEW."settings" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."address" AS BLOB)), 0) + coalesce(length(cast(OLD."settings" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `drafts_stored_more` AFTER INSERT ON `drafts`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."edits" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `drafts_stored_less` AFTER DELETE ON `drafts`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."edits" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `drafts_stored_changed` AFTER UPDATE OF `edits` ON `drafts` WHEN 500 + coalesce(length(cast(NEW."edits" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."edits" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."edits" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."edits" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `entitlements_stored_more` AFTER INSERT ON `entitlements`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `entitlements_stored_less` AFTER DELETE ON `entitlements`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_records_stored_more` AFTER INSERT ON `idempotency_records`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."changed" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_records_stored_less` AFTER DELETE ON `idempotency_records`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."changed" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_records_stored_changed` AFTER UPDATE OF `changed` ON `idempotency_records` WHEN 500 + coalesce(length(cast(NEW."changed" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."changed" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."changed" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."changed" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `job_entries_stored_more` AFTER INSERT ON `job_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."reason" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `job_entries_stored_less` AFTER DELETE ON `job_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."reason" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `job_entries_stored_changed` AFTER UPDATE OF `reason` ON `job_entries` WHEN 500 + coalesce(length(cast(NEW."reason" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."reason" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."reason" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."reason" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `jobs_stored_more` AFTER INSERT ON `jobs`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `jobs_stored_less` AFTER DELETE ON `jobs`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_more` AFTER INSERT ON `license_updates`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_less` AFTER DELETE ON `license_updates`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_stored_more` AFTER INSERT ON `price_plan_versions`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(NEW."currencies" AS BLOB)), 0) + coalesce(length(cast(NEW."pricing_rules" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_stored_less` AFTER DELETE ON `price_plan_versions`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(OLD."currencies" AS BLOB)), 0) + coalesce(length(cast(OLD."pricing_rules" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_stored_changed` AFTER UPDATE OF `pricing_cycle`, `currencies`, `pricing_rules` ON `price_plan_versions` WHEN 500 + coalesce(length(cast(NEW."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(NEW."currencies" AS BLOB)), 0) + coalesce(length(cast(NEW."pricing_rules" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(OLD."currencies" AS BLOB)), 0) + coalesce(length(cast(OLD."pricing_rules" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(NEW."currencies" AS BLOB)), 0) + coalesce(length(cast(NEW."pricing_rules" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(OLD."currencies" AS BLOB)), 0) + coalesce(length(cast(OLD."pricing_rules" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plans_stored_more` AFTER INSERT ON `price_plans`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plans_stored_less` AFTER DELETE ON `price_plans`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `purchases_stored_more` AFTER INSERT ON `purchases`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast(NEW."override" AS BLOB)), 0) + coalesce(length(cast(NEW."price_lines" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `purchases_stored_less` AFTER DELETE ON `purchases`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast(OLD."override" AS BLOB)), 0) + coalesce(length(cast(OLD."price_lines" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `purchases_stored_changed` AFTER UPDATE OF `rate_card_quantities`, `override`, `price_lines` ON `purchases` WHEN 500 + coalesce(length(cast(NEW."rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast(NEW."override" AS BLOB)), 0) + coalesce(length(cast(NEW."price_lines" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast(OLD."override" AS BLOB)), 0) + coalesce(length(cast(OLD."price_lines" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast(NEW."override" AS BLOB)), 0) + coalesce(length(cast(NEW."price_lines" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."rate_card_quantities" AS BLOB)), 0) + coalesce(length(cast(OLD."override" AS BLOB)), 0) + coalesce(length(cast(OLD."price_lines" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_contents_stored_more` AFTER INSERT ON `rate_card_contents`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."card" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_contents_stored_less` AFTER DELETE ON `rate_card_contents`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."card" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_contents_stored_changed` AFTER UPDATE OF `card` ON `rate_card_contents` WHEN 500 + coalesce(length(cast(NEW."card" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."card" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."card" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."card" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_sets_stored_more` AFTER INSERT ON `rate_card_sets`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + 40 * NEW.size WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_sets_stored_less` AFTER DELETE ON `rate_card_sets`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + 40 * OLD.size) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_stored_more` AFTER INSERT ON `schedules`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(NEW."currencies" AS BLOB)), 0) + coalesce(length(cast(NEW."pricing_rules" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_stored_less` AFTER DELETE ON `schedules`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(OLD."currencies" AS BLOB)), 0) + coalesce(length(cast(OLD."pricing_rules" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_stored_changed` AFTER UPDATE OF `pricing_cycle`, `currencies`, `pricing_rules` ON `schedules` WHEN 500 + coalesce(length(cast(NEW."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(NEW."currencies" AS BLOB)), 0) + coalesce(length(cast(NEW."pricing_rules" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(OLD."currencies" AS BLOB)), 0) + coalesce(length(cast(OLD."pricing_rules" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(NEW."currencies" AS BLOB)), 0) + coalesce(length(cast(NEW."pricing_rules" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."pricing_cycle" AS BLOB)), 0) + coalesce(length(cast(OLD."currencies" AS BLOB)), 0) + coalesce(length(cast(OLD."pricing_rules" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `token_issuers_stored_more` AFTER INSERT ON `token_issuers`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."jwks" AS BLOB)), 0) + coalesce(length(cast(NEW."scopes" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `token_issuers_stored_less` AFTER DELETE ON `token_issuers`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."jwks" AS BLOB)), 0) + coalesce(length(cast(OLD."scopes" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `token_issuers_stored_changed` AFTER UPDATE OF `jwks`, `scopes` ON `token_issuers` WHEN 500 + coalesce(length(cast(NEW."jwks" AS BLOB)), 0) + coalesce(length(cast(NEW."scopes" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."jwks" AS BLOB)), 0) + coalesce(length(cast(OLD."scopes" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."jwks" AS BLOB)), 0) + coalesce(length(cast(NEW."scopes" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."jwks" AS BLOB)), 0) + coalesce(length(cast(OLD."scopes" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `wallet_entries_stored_more` AFTER INSERT ON `wallet_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `wallet_entries_stored_less` AFTER DELETE ON `wallet_entries`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
